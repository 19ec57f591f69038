package org.openaisle.platform.purpose;

/** Who may see a field. What nobody is named for is seen by the program only. */
public enum Viewer {
    /** The person themselves. */
    SUBJECT,
    OWNER,
    MANAGER,
    ASSOCIATE,
    REVIEWER,
    AUDITOR,
    /** A device of the store. */
    DEVICE
}
