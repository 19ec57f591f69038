package org.openaisle.simulator;

/** What kind of customers come, and how many. */
public enum Mix {
    /** Few people, one at a time, who take and pay. */
    CALM,
    /** An ordinary afternoon: parties, children, put-backs, now and then a misplacement, staff. */
    BUSY,
    /** As busy, but with many more people. */
    RUSH,
    /** People who make it hard: crowds at one shelf, misplacements, handovers, foreign things, people without a scan. */
    ADVERSARIAL
}
