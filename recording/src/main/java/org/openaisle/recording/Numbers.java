package org.openaisle.recording;

/** Decimal text to double, correctly rounded, quick for the short numbers that sensors write. */
final class Numbers {
    /** The powers of ten that a double holds exactly. */
    private static final double[] TENS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private Numbers() {}

    /**
     * The value of a JSON number.
     *
     * <p>A mantissa below 2^53 and a power of ten up to 22 are both exact doubles, so that one division rounds correctly
     * (Clinger, "How to read floating point numbers accurately", 1990). Everything else goes the long way.
     */
    static double parse(char[] text, int from, int length) {
        int i = from;
        int end = from + length;
        boolean negative = i < end && text[i] == '-';
        if (negative) {
            i++;
        }
        long mantissa = 0;
        int digits = 0;
        int decimals = -1;
        for (; i < end; i++) {
            char c = text[i];
            if (c >= '0' && c <= '9') {
                mantissa = mantissa * 10 + (c - '0');
                digits++;
                if (decimals >= 0) {
                    decimals++;
                }
            } else if (c == '.' && decimals < 0) {
                decimals = 0;
            } else {
                return Double.parseDouble(new String(text, from, length));
            }
        }
        if (digits == 0 || digits > 15) {
            return Double.parseDouble(new String(text, from, length));
        }
        double value = decimals > 0 ? mantissa / TENS[decimals] : mantissa;
        return negative ? -value : value;
    }
}
