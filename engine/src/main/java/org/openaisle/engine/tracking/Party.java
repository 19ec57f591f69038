package org.openaisle.engine.tracking;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Those who entered on one token; or one person who came in without. */
public final class Party implements Serializable {
    private static final long serialVersionUID = 1;

    private final int id;
    private final @Nullable String token;
    private final int announced;
    private final long enteredAt;
    private long exitedAt = -1;
    private long previousExit = -1;
    private int entered;
    private int left;

    public Party(int id, @Nullable String token, int announced, long enteredAt) {
        this.id = id;
        this.token = token;
        this.announced = announced;
        this.enteredAt = enteredAt;
    }

    public int id() {
        return id;
    }

    public @Nullable String token() {
        return token;
    }

    /** How many may enter on the token. */
    public int announced() {
        return announced;
    }

    /** When the first member came in. */
    public long enteredAt() {
        return enteredAt;
    }

    /** When the last member so far went out; -1 when none has. */
    public long exitedAt() {
        return exitedAt;
    }

    /** Members still inside. */
    public int inside() {
        return entered - left;
    }

    /** Members that have come in so far. */
    public int entered() {
        return entered;
    }

    public void memberEntered() {
        entered++;
    }

    /** A member turned out to be nobody, or one who was counted already. */
    void memberVanished() {
        entered--;
    }

    public void memberLeft(long t) {
        left++;
        previousExit = exitedAt;
        exitedAt = Math.max(exitedAt, t);
    }

    /** The member who left last stepped back in. */
    void memberReturned() {
        left--;
        exitedAt = left == 0 ? -1 : previousExit;
    }
}
