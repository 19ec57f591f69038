package org.openaisle.evaluation;

/** The most heap that was seen in use; to be looked at often. Garbage that was not collected yet counts. */
final class HeapPeak {
    private long bytes;

    void look() {
        Runtime runtime = Runtime.getRuntime();
        bytes = Math.max(bytes, runtime.totalMemory() - runtime.freeMemory());
    }

    long bytes() {
        look();
        return bytes;
    }
}
