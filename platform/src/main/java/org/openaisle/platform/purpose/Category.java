package org.openaisle.platform.purpose;

/** What kind of personal data a field is. */
public enum Category {
    /** What somebody is called. */
    NAME,
    /** What somebody proves with who they are. */
    CREDENTIAL,
    /** A number in somebody's stead: personal as long as it can be led back. */
    PSEUDONYM,
    /** Where somebody was, and when. */
    PRESENCE,
    /** What somebody took. */
    PURCHASE,
    /** What somebody did in the platform. */
    ACTIVITY
}
