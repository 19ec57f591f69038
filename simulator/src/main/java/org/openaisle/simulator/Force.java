package org.openaisle.simulator;

/** What acts on a plate for a while besides the goods that rest on it; grams over time in milliseconds. */
sealed interface Force {
    double grams(long t);

    long endsAt();

    /** A hand that presses while it grips: half a sine. */
    record Press(long start, long duration, double peak) implements Force {
        @Override
        public double grams(long t) {
            return t < start || t >= endsAt() ? 0 : peak * StrictMath.sin(Math.PI * (t - start) / duration);
        }

        @Override
        public long endsAt() {
            return start + duration;
        }
    }

    /** Goods that are being lifted: their weight passes from the plate into the hand. */
    record Lift(long start, long duration, double weight) implements Force {
        @Override
        public double grams(long t) {
            double share = Math.max(0, Math.min(1, (t - start + 0.0) / duration));
            return weight * (1 - share * share * (3 - 2 * share));
        }

        @Override
        public long endsAt() {
            return start + duration;
        }
    }

    /** Goods that are tilted, turned and read, half on the plate, before they go. */
    record Dither(long start, long duration, double weight, double share, double hertz) implements Force {
        @Override
        public double grams(long t) {
            double in = Math.max(0, Math.min(1, (t - start) / 400.0));
            double out = Math.max(0, Math.min(1, (endsAt() - t) / 250.0));
            double wave = 0.12 * StrictMath.sin(2 * Math.PI * hertz * (t - start) / 1000.0);
            return weight * out * (1 - in * (1 - share - wave));
        }

        @Override
        public long endsAt() {
            return start + duration;
        }
    }

    /** Goods that are being put down: at first the hand still carries them, then they land with a blow. */
    record Landing(long start, long duration, double weight, double blow) implements Force {
        @Override
        public double grams(long t) {
            double share = Math.max(0, Math.min(1, (t - start + 0.0) / duration));
            double carried = share < 0.4 ? 1 - share / 0.4 : 0;
            double hit = share > 0.35 && share < 0.75 ? StrictMath.sin(Math.PI * (share - 0.35) / 0.4) : 0;
            return weight * (blow * hit - carried);
        }

        @Override
        public long endsAt() {
            return start + duration;
        }
    }

    /** Somebody knocks against the fixture: the boards swing and come to rest where they were. */
    record Knock(long start, double peak, double hertz, double decayMillis) implements Force {
        @Override
        public double grams(long t) {
            double dt = t - start;
            return peak * StrictMath.exp(-dt / decayMillis) * StrictMath.sin(2 * Math.PI * hertz * dt / 1000);
        }

        @Override
        public long endsAt() {
            return start + (long) (6 * decayMillis);
        }
    }
}
