package org.openaisle.evaluation.report;

/**
 * Where figures come from.
 *
 * @param command the line that makes them
 * @param commit what was measured
 * @param machine processor, Java and heap
 */
public record Provenance(String command, String commit, String machine) {
    String sentence() {
        return "Made by `" + command + "` at commit `" + commit + "`, on " + machine + ".";
    }
}
