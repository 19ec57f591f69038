package org.openaisle.engine.tracking;

/**
 * Where the points of a body are, as fractions of its height, and how far from its vertical axis.
 *
 * <p>Heights after Drillis and Contini, "Body segment parameters" (1966): shoulders 0.818, hips 0.530, ankles 0.039 of the height; a
 * detector's ankle lies a little above the joint's middle, its nose at 0.91. The spreads contain turning (a nose is in front of
 * the axis, a lone shoulder beside it), bending and the detector's own scatter.
 */
enum BodyModel {
    NOSE(0.91, 0.11, 0.06),
    SHOULDERS(0.823, 0.06, 0.05),
    SHOULDER(0.823, 0.16, 0.05),
    HIPS(0.532, 0.05, 0.05),
    HIP(0.532, 0.10, 0.05),
    ANKLES(0.057, 0.08, 0.04),
    ANKLE(0.057, 0.10, 0.05),
    BOX_TOP(1.0, 0.25, 0.10),
    BOX_BOTTOM(0.0, 0.10, 0.10);

    /** Height above the floor, as a share of the body's. */
    final double heightShare;
    /** Standard deviation of the horizontal distance from the axis, one direction, metres. */
    final double aside;
    /** Standard deviation of the height above the floor, metres. */
    final double upright;

    BodyModel(double heightShare, double aside, double upright) {
        this.heightShare = heightShare;
        this.aside = aside;
        this.upright = upright;
    }
}
