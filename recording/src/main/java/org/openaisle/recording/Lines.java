package org.openaisle.recording;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The lines of a stream as slices of one buffer, with a limit on their length that also limits the memory. */
final class Lines {
    /** What {@link #next()} found. */
    enum Found {
        LINE,
        TOO_LONG,
        /** The stream failed: nothing comes after it. */
        BROKEN,
        END
    }

    private final InputStream in;
    private final int longest;
    private byte[] buffer = new byte[1 << 17];
    private int begin;
    private int end;
    private boolean finished;

    private int lineStart;
    private int lineLength;
    private long number;
    private String failure = "";

    Lines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    byte[] bytes() {
        return buffer;
    }

    int start() {
        return lineStart;
    }

    int length() {
        return lineLength;
    }

    /** Of the line found last, counted from 1. */
    long number() {
        return number;
    }

    /** Why the stream is broken. */
    String failure() {
        return failure;
    }

    Found next() {
        int scanned = begin;
        boolean tooLong = false;
        while (true) {
            int newline = indexOfNewline(scanned);
            if (newline >= 0) {
                number++;
                lineStart = begin;
                lineLength = newline - begin;
                begin = newline + 1;
                return tooLong || lineLength > longest ? Found.TOO_LONG : Found.LINE;
            }
            if (finished) {
                return last(tooLong);
            }
            if (end - begin > longest) {
                tooLong = true;
                begin = end;
            }
            makeRoom();
            scanned = end;
            if (!fill()) {
                return Found.BROKEN;
            }
        }
    }

    private Found last(boolean tooLong) {
        if (begin == end && !tooLong) {
            return Found.END;
        }
        number++;
        lineStart = begin;
        lineLength = end - begin;
        begin = end;
        return tooLong || lineLength > longest ? Found.TOO_LONG : Found.LINE;
    }

    private int indexOfNewline(int from) {
        for (int i = from; i < end; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** Moves what is left to the front, or grows. */
    private void makeRoom() {
        if (begin > 0) {
            System.arraycopy(buffer, begin, buffer, 0, end - begin);
            end -= begin;
            begin = 0;
        } else if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
    }

    private boolean fill() {
        try {
            int read = in.read(buffer, end, Math.min(buffer.length - end, 1 << 16));
            if (read < 0) {
                finished = true;
            } else {
                end += read;
            }
            return true;
        } catch (IOException e) {
            // What stands in the buffer is the beginning of a line that is lost.
            finished = true;
            begin = end;
            number++;
            failure = String.valueOf(e.getMessage());
            return false;
        }
    }
}
