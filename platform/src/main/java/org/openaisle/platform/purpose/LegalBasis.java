package org.openaisle.platform.purpose;

/** Why the law allows it: the letters of GDPR article 6 (1) that this platform uses. */
public enum LegalBasis {
    /** (a) The person agreed and can take that back. */
    CONSENT,
    /** (b) A contract with the person cannot be kept otherwise. */
    CONTRACT,
    /** (c) A law demands it. */
    LEGAL_OBLIGATION,
    /** (f) The retailer needs it, and the person's interests do not outweigh that. */
    LEGITIMATE_INTEREST
}
