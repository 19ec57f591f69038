package org.openaisle.platform.privacy;

import org.openaisle.platform.purpose.Purpose;

/**
 * Why personal data is looked at, which is said before.
 *
 * @param subjectKind what kind of thing it is about: visit, shopper, staff
 * @param subjectId which one; an id, no name
 */
public record Reason(Actor actor, Purpose purpose, Action action, String subjectKind, String subjectId) {
    private static final int LONGEST = 200;

    public Reason {
        if (subjectKind.isBlank() || subjectId.isBlank() || subjectId.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "whose data is looked at must be said, in up to " + LONGEST + " letters");
        }
    }
}
