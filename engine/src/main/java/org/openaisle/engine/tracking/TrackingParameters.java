package org.openaisle.engine.tracking;

import java.io.Serializable;

/**
 * Everything about tracking that is a number and not a law. Lengths are metres, times seconds unless the name says otherwise.
 *
 * @param pixelNoise standard deviation of a keypoint, pixels
 * @param boxNoise standard deviation of an edge of a box, pixels
 * @param clockJitter how far a camera's clock may be off, one standard deviation
 * @param acceleration spectral density of the acceleration, m²/s³: how quickly people change their pace
 * @param pace how long a pace lasts before it is forgotten
 * @param speedSpread standard deviation of the speed of a person that was just seen for the first time, m/s
 * @param heightMean of a body, grown-ups and children together
 * @param heightSpread its standard deviation
 * @param posture how long people stay bent or crouched
 * @param postureSpread standard deviation of the height while they do this and that, metres
 * @param leastStatureSpread how well a stature can be known
 * @param commonSpread error that all points of one detection share (lean, calibration): bounds what one frame can tell
 * @param widestSpread how uncertain a place becomes at most while nobody sees the person
 * @param gate the largest squared Mahalanobis distance (three degrees of freedom) at which a detection can belong to a track
 * @param clutterDensity detections of nobody known, per square metre of floor and metre of height, in one frame
 * @param appearanceWorst what a wrong appearance can cost at most; {@code appearanceBest} what a right one can gain (natural logarithms)
 * @param birthScore the least score at which an unexplained detection begins a track
 * @param confirmHits detections after which a track is believed to be somebody
 * @param confirmMillis and the time for which it must have been there
 * @param tentativeMillis how long an unconfirmed track may stay unseen; {@code outsideMillis} a confirmed one outside the gates
 * @param lostMillis after which an unseen person inside counts as lost, and may be found again elsewhere
 * @param forgottenMillis after which somebody inside who was never seen again is given up
 * @param twinDistance tracks closer than this that one camera never sees side by side are the same person
 * @param walkingSpeed a brisk walk, m/s, bounds where a lost person can be
 * @param scanMillis how long after a scan its party may still come in
 * @param crossingMillis how long a beam's crossing may wait for evidence of who it was
 * @param crossingSpread how far from the gate line the middle of the body is when the beam breaks
 * @param departureMillis how long after the last exit a party may still prove to be inside
 * @param phantomMillis after which somebody whom only an entry's beam saw was nobody
 * @param outMillis unseen for so long beyond an exit, somebody has left whatever the beam says
 * @param strayMillis followed for so long in the middle of the floor, and {@code strayHits} times seen, somebody has come in whatever the beam says
 * @param armsReach between a person and the kiosk they use
 * @param historyMillis spacing of the remembered places
 */
public record TrackingParameters(
        double pixelNoise,
        double boxNoise,
        double clockJitter,
        double acceleration,
        double pace,
        double speedSpread,
        double heightMean,
        double heightSpread,
        double posture,
        double postureSpread,
        double leastStatureSpread,
        double commonSpread,
        double widestSpread,
        double gate,
        double clutterDensity,
        double appearanceWorst,
        double appearanceBest,
        double birthScore,
        int confirmHits,
        long confirmMillis,
        long tentativeMillis,
        long outsideMillis,
        long lostMillis,
        long forgottenMillis,
        double twinDistance,
        double walkingSpeed,
        long scanMillis,
        long crossingMillis,
        double crossingSpread,
        long departureMillis,
        long phantomMillis,
        long outMillis,
        long strayMillis,
        int strayHits,
        double armsReach,
        long historyMillis)
        implements Serializable {
    private static final long serialVersionUID = 1;

    public static TrackingParameters defaults() {
        return new TrackingParameters(
                6, // pixelNoise: detectors place keypoints to about one per cent of a body that is 300 pixels tall,
                // calibration adds some
                8, // boxNoise: edges follow clothes and bags
                0.02, // clockJitter: the contract bounds it by 30 ms
                1.2, // acceleration: with the pace below, a standard deviation of about 0.9 m/s for the speed of
                // shoppers
                1.5, // pace
                0.8, // speedSpread
                1.6, // heightMean
                0.25, // heightSpread: wide, because of children
                1.0, // posture
                0.2, // postureSpread: crouching takes half a metre off
                0.03, // leastStatureSpread
                0.05, // commonSpread
                3.0, // widestSpread: an aisle's length; beyond that, appearance has to tell
                20, // gate: 0.02 % of the right ones fall outside
                0.01, // clutterDensity: about one false detection in ten frames of a small store
                -12, // appearanceWorst
                8, // appearanceBest
                0.4, // birthScore
                4, // confirmHits
                300, // confirmMillis
                600, // tentativeMillis
                3000, // outsideMillis
                700, // lostMillis
                1_800_000, // forgottenMillis: the contract's half hour
                0.45, // twinDistance: two grown-ups cannot stand closer for long
                2.0, // walkingSpeed
                15_000, // scanMillis
                2000, // crossingMillis
                0.08, // crossingSpread: the beam breaks close to when the middle passes the line
                2500, // departureMillis: a beam's delay and half a second
                20_000, // phantomMillis
                5000, // outMillis
                5000, // strayMillis
                100, // strayHits: several cameras for seconds
                1.0, // armsReach
                100); // historyMillis: at two metres a second, places 20 cm apart
    }
}
