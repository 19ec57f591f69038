package org.openaisle.simulator;

/**
 * Every number of the simulator, in one place. The defaults are in {@link #of}; each component says what it is and why its default
 * is what it is. Lengths are metres, weights grams, times milliseconds unless a name says otherwise; chances are 0..1.
 */
public record SimulationParameters(
        StoreKind kind,
        long startMillis,
        Shape shape,
        Visitors visitors,
        Habits habits,
        Scales scales,
        Lenses lenses,
        Recognition recognition,
        Faults faults,
        Delivery delivery) {

    /**
     * The goods and their places.
     *
     * @param productsPerPlate most products that stand side by side on a plate; 1: each has its own. Convenience stores with
     *     shared plates have up to 4
     * @param familySize most flavours of one product; flavours weigh the same but for {@code flavourSpread}
     * @param loneChance chance that a product has one flavour only
     * @param flavourSpread relative spread of weight between flavours: recipes differ by a fraction of a per mille
     * @param lightest lightest product, a soup cube; {@code heaviest} heaviest, a pack of water
     * @param unitSpreadLeast smallest relative standard deviation over units, industrial packs; {@code unitSpreadMost} largest, fresh goods
     * @param fullestUnits most units of a product at the start
     */
    public record Shape(
            int productsPerPlate,
            int familySize,
            double loneChance,
            double flavourSpread,
            double lightest,
            double heaviest,
            double unitSpreadLeast,
            double unitSpreadMost,
            int fullestUnits) {}

    /**
     * Who comes.
     *
     * @param perMinute parties a minute, on average
     * @param partyChance chance of more than one person on a token; parties have 2 to {@code largestParty}, small ones more often
     * @param childChance chance that a party's member, not the first, is a child
     * @param tailgateChance chance that somebody slips in without a scan behind a party
     * @param staffEveryMinutes mean time between visits of staff; 0: none come
     * @param adultHeight mean height of adults; {@code adultHeightSpread} standard deviation; children are 0.55 to 0.8 of it
     * @param speed mean walking speed in metres a second: people in shops stroll
     * @param lastEntryMillis how long before the end the door is closed to new parties, so that most visits end inside the recording
     */
    public record Visitors(
            double perMinute,
            double partyChance,
            int largestParty,
            double childChance,
            double tailgateChance,
            double staffEveryMinutes,
            double adultHeight,
            double adultHeightSpread,
            double speed,
            long lastEntryMillis) {}

    /**
     * What they do.
     *
     * @param nothingChance chance that somebody takes nothing at all
     * @param meanTakes mean number of products that somebody who shops goes for (at least one, geometric beyond)
     * @param severalChance chance to take 2 or 3 units instead of one; {@code twiceChance}: in separate picks
     * @param returnChance chance that a product taken is put back on its plate, at once or later; {@code swapChance}: for another
     *     of the same shelf
     * @param misplaceChance chance that a product taken is put down on another plate
     * @param strayChance chance that somebody who stands near a misplaced product takes it
     * @param handoverChance chance, a person, of giving something to another of the party; {@code strangerChance}: to a stranger
     * @param touchChance chance of touching goods without taking, before a pick
     * @param slowChance chance that a pick is slow: a unit is tilted, read and held above the plate up to {@code slowestMillis}
     * @param foreignChance chance, a person, of laying down a thing of their own (a phone, a bag) for a while
     * @param bumpsPerMinute how often somebody near a fixture knocks against it, whole store
     * @param kioskChance chance, a person, of a visit to the kiosk
     * @param crowdChance chance that a product is chosen at one of a few favourite stretches of shelf, which makes crowds
     * @param rivalChance chance that a pick becomes one of two people at the same plate at once
     * @param patience how long somebody waits for a place at a shelf before squeezing in
     */
    public record Habits(
            double nothingChance,
            double meanTakes,
            double severalChance,
            double twiceChance,
            double returnChance,
            double swapChance,
            double misplaceChance,
            double strayChance,
            double handoverChance,
            double strangerChance,
            double touchChance,
            double slowChance,
            long slowestMillis,
            double foreignChance,
            double bumpsPerMinute,
            double kioskChance,
            double crowdChance,
            double rivalChance,
            long patience) {}

    /**
     * The plates.
     *
     * @param hertzFrom natural frequency of plate and goods, lowest and highest: load cells under a board of some kilograms
     * @param dampingFrom damping ratio, lowest and highest: below 1, so that plates ring a little
     * @param noiseFrom standard deviation of a sample, lowest and highest
     * @param tareMost largest tare error: plates are zeroed with a price rail or a liner still on them
     * @param driftPerRootHour random walk of the zero in grams after an hour: temperature and creep
     * @param crosstalkMost largest share of a neighbour's load that a plate shows: boards touch, brackets bend
     * @param pressFrom how hard a hand presses while it grips, lowest and highest grams
     * @param liftFromMillis how long a unit takes from resting to lifted, shortest and longest
     * @param lostChance chance that a sample is lost; {@code gapChance} that a line's radio gap loses many
     * @param lineFromMillis stretch of time that one line tells, shortest and longest
     */
    public record Scales(
            double hertzFrom,
            double hertzTo,
            double dampingFrom,
            double dampingTo,
            double noiseFrom,
            double noiseTo,
            double tareMost,
            double driftPerRootHour,
            double crosstalkMost,
            double pressFrom,
            double pressTo,
            long liftFromMillis,
            long liftToMillis,
            double lostChance,
            double gapChance,
            long lineFromMillis,
            long lineToMillis) {}

    /**
     * The cameras and their person detector.
     *
     * @param focalFrom focal length in pixels at a width of 1280, lowest and highest: wide lenses under a low ceiling
     * @param rotationError standard deviation of the published rotation in radians, one axis: a few pixels
     * @param centreError standard deviation of the published place, one axis
     * @param clockMost largest offset of a camera's clock in milliseconds
     * @param pixelNoise standard deviation of a keypoint in pixels for a person 100 pixels high; grows with the size in the picture
     * @param missChance chance to miss a well visible person in a frame, growing as less of them is to be seen
     * @param ghostsPerFrame false detections a frame
     * @param guessChance chance that a hidden keypoint is given all the same, with a low confidence and a large error
     * @param swapChance chance that left and right are exchanged in a detection
     * @param appearanceNoise standard deviation of a descriptor's component, within a person and camera; {@code cameraGain}: between cameras
     * @param farthest how far away people are still detected
     */
    public record Lenses(
            double focalFrom,
            double focalTo,
            double rotationError,
            double centreError,
            int clockMost,
            double pixelNoise,
            double missChance,
            double ghostsPerFrame,
            double guessChance,
            double swapChance,
            double appearanceNoise,
            double cameraGain,
            double farthest) {}

    /**
     * The item recogniser: products are points in a space of looks, a reading is such a point with an error, the candidates'
     * probabilities are the exact posterior; so they are calibrated.
     *
     * @param readChance chance, a frame, that a visible hand with something in it near a shelf is read, close to the camera; it falls to
     *     nothing at {@code readableMetres}, where a thing is some ten pixels wide
     * @param familySpread spread of the looks of flavours around their product; {@code productSpread}: of products
     * @param viewError error that one camera keeps during one pick; {@code frameError}: a frame's own
     * @param noneShare prior share of things that are no product
     * @param emptyHandChance chance, a frame, that an empty hand at a shelf is read as something
     * @param positionError standard deviation of the position, one axis
     * @param afterMillis how long after a pick the thing in the hand is still to be seen
     */
    public record Recognition(
            double readChance,
            double readableMetres,
            double familySpread,
            double productSpread,
            double viewError,
            double frameError,
            double noneShare,
            double emptyHandChance,
            double positionError,
            long afterMillis) {}

    /**
     * What breaks; nothing by default.
     *
     * @param stuckPlates plates that repeat one value from some moment on; likewise {@code silentPlates}, {@code noisyPlates}
     * @param noiseFactor how many times its noise a noisy plate has
     * @param deadCameras cameras that fall silent at some moment
     */
    public record Faults(int stuckPlates, int silentPlates, int noisyPlates, double noiseFactor, int deadCameras) {}

    /**
     * How lines arrive.
     *
     * @param baseMillis shortest delay; {@code meanMillis} mean of what comes on top (exponential)
     * @param hiccupChance chance that a line is held up to {@code longestMillis}, the contract's 2 s less a margin
     */
    public record Delivery(long baseMillis, double meanMillis, double hiccupChance, long longestMillis) {}

    /** The defaults for a kind of store and a mix of customers. */
    public static SimulationParameters of(StoreKind kind, Mix mix) {
        boolean hard = mix == Mix.ADVERSARIAL;
        boolean calm = mix == Mix.CALM;
        return new SimulationParameters(
                kind,
                1_772_438_400_000L, // 2 March 2026, 8:00 UTC
                new Shape(1, 5, 0.35, 0.0004, 40, 3000, 0.005, 0.025, 24),
                new Visitors(
                        visitsPerMinute(kind, mix),
                        calm ? 0 : hard ? 0.28 : 0.18,
                        6,
                        calm ? 0 : 0.4,
                        calm ? 0 : hard ? 0.05 : 0.01,
                        calm ? 0 : hard ? 2.5 : 5,
                        1.70,
                        0.09,
                        0.95,
                        kind == StoreKind.KIOSK ? 40_000 : kind == StoreKind.SUPERMARKET ? 90_000 : 60_000),
                new Habits(
                        0.1,
                        calm ? 3.4 : 4.4,
                        0.14,
                        0.08,
                        calm ? 0.07 : hard ? 0.17 : 0.13,
                        0.4,
                        calm ? 0 : hard ? 0.09 : 0.03,
                        0.3,
                        calm ? 0 : hard ? 0.3 : 0.06,
                        hard ? 0.08 : 0,
                        0.15,
                        calm ? 0.01 : 0.04,
                        20_000,
                        calm ? 0 : hard ? 0.15 : 0.03,
                        calm ? 0.2 : hard ? 1.5 : 0.6,
                        0.15,
                        hard ? 0.5 : calm ? 0.1 : 0.35,
                        hard ? 0.16 : calm ? 0 : 0.02,
                        hard ? 500 : 5_000),
                new Scales(2.2, 6, 0.35, 0.9, 0.4, 2.2, 12, 4, 0.006, 10, 120, 100, 350, 0.0004, 0.0008, 480, 980),
                new Lenses(540, 820, 0.0018, 0.01, 30, 1.3, 0.02, 0.012, 0.35, 0.01, 0.3, 0.12, 16),
                new Recognition(0.55, 12, 0.65, 1.5, 0.45, 0.68, 0.35, 0.01, 0.06, 1_900),
                new Faults(0, 0, 0, 40, 0),
                new Delivery(20, 65, 0.002, 1_900));
    }

    private static double visitsPerMinute(StoreKind kind, Mix mix) {
        double busy = switch (kind) {
            case KIOSK -> 3.3;
            case CORNER -> 4.5;
            case CONVENIENCE -> 5.5;
            case SUPERMARKET -> 11;
        };
        return switch (mix) {
            case CALM -> busy * 0.6;
            case BUSY -> busy;
            case RUSH -> busy * 1.7;
            case ADVERSARIAL -> busy * 1.2;
        };
    }

    /** Plates that carry 2 to 4 products each. */
    public SimulationParameters withSharedPlates() {
        Shape s = shape;
        Shape shared = new Shape(
                4,
                s.familySize,
                s.loneChance,
                s.flavourSpread,
                s.lightest,
                s.heaviest,
                s.unitSpreadLeast,
                s.unitSpreadMost,
                s.fullestUnits);
        return new SimulationParameters(
                kind, startMillis, shared, visitors, habits, scales, lenses, recognition, faults, delivery);
    }

    /** Nobody knocks against anything, and a gap in the crowd is waited for no longer than half a second: people do what they are told. */
    SimulationParameters withoutWhims() {
        Habits none = new Habits(0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 500);
        return new SimulationParameters(
                kind, startMillis, shape, visitors, none, scales, lenses, recognition, faults, delivery);
    }

    /** A day on which things break: one plate each is stuck, silent and noisy, one camera falls out, and ten times the samples get lost. */
    public SimulationParameters withFaults() {
        Scales s = scales;
        Scales lossy = new Scales(
                s.hertzFrom,
                s.hertzTo,
                s.dampingFrom,
                s.dampingTo,
                s.noiseFrom,
                s.noiseTo,
                s.tareMost,
                s.driftPerRootHour * 3,
                s.crosstalkMost,
                s.pressFrom,
                s.pressTo,
                s.liftFromMillis,
                s.liftToMillis,
                s.lostChance * 10,
                s.gapChance * 5,
                s.lineFromMillis,
                s.lineToMillis);
        return new SimulationParameters(
                kind,
                startMillis,
                shape,
                visitors,
                habits,
                lossy,
                lenses,
                recognition,
                new Faults(1, 1, 1, 40, 1),
                delivery);
    }
}
