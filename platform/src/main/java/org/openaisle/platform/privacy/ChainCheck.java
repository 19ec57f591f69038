package org.openaisle.platform.privacy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.openaisle.platform.database.TenantId;

/**
 * Goes through a retailer's record of access, entry by entry, and finds the first thing that is not as it was written. What the record's
 * retention has taken away is missed only when its time was not up, which the signed word about the last entry that went tells.
 */
final class ChainCheck {
    /** What came out. */
    sealed interface Verdict {
        /** Nothing was changed, as far as the last checkpoint reaches; later entries fit to each other. */
        record Intact(long entries, long firstSequence, long lastSequence, long signedUpTo) implements Verdict {}

        /** At this entry something is not as it was written. */
        record Broken(long sequence, String what) implements Verdict {}
    }

    private final TenantId tenant;
    private final TreeMap<Long, Checkpoint> checkpoints = new TreeMap<>();
    private final Instant horizon;

    private long entries;
    private long first;
    private @Nullable AccessEntry last;
    private Verdict.@Nullable Broken broken;

    /**
     * @param signed whether a checkpoint's signature is one over that text
     * @param kept how long entries are kept
     */
    ChainCheck(
            TenantId tenant,
            Iterable<Checkpoint> checkpoints,
            BiPredicate<Checkpoint, byte[]> signed,
            Duration kept,
            Instant now) {
        this.tenant = tenant;
        this.horizon = now.minus(kept);
        checkpoints.forEach(checkpoint -> this.checkpoints.put(checkpoint.sequence(), checkpoint));
        for (Map.Entry<Long, Checkpoint> one : this.checkpoints.entrySet()) {
            if (!signed.test(one.getValue(), one.getValue().text(tenant))) {
                found(one.getKey(), "the checkpoint's signature is not ours");
            }
        }
    }

    /** The next entry by its number. */
    void next(AccessEntry entry) {
        if (broken != null) {
            return;
        }
        AccessEntry before = last;
        if (before == null) {
            first = entry.sequence();
            begin(entry);
        } else if (entry.sequence() != before.sequence() + 1) {
            found(before.sequence() + 1, "the entry is missing");
        } else if (!Arrays.equals(entry.previousHash(), before.hash())) {
            found(entry.sequence(), "the entry does not follow on the one before");
        } else if (entry.at().isBefore(before.at())) {
            found(entry.sequence(), "the entry says that it was made before the one before");
        }
        if (!Arrays.equals(entry.hash(), entry.hashFor(tenant))) {
            found(entry.sequence(), "the entry was changed");
        }
        Checkpoint checkpoint = checkpoints.get(entry.sequence());
        if (checkpoint != null
                && !(Arrays.equals(checkpoint.hash(), entry.hash())
                        && checkpoint.entryAt().equals(entry.at()))) {
            found(entry.sequence(), "the entry is not the one that was signed");
        }
        entries++;
        last = entry;
    }

    private void begin(AccessEntry entry) {
        if (entry.sequence() == 1) {
            if (!Arrays.equals(entry.previousHash(), AccessEntry.BEGINNING)) {
                found(1, "the entry does not stand at the beginning");
            }
            return;
        }
        Checkpoint gone = checkpoints.get(entry.sequence() - 1);
        if (gone == null || !Arrays.equals(gone.hash(), entry.previousHash())) {
            found(
                    entry.sequence() - 1,
                    "entries up to this one are missing, and nothing signed says that their time was up");
        } else {
            mustHaveHadItsTime(gone);
        }
    }

    private void mustHaveHadItsTime(Checkpoint gone) {
        if (gone.entryAt().isAfter(horizon)) {
            found(gone.sequence(), "the entry is missing, and its time was not up");
        }
    }

    /** After the last entry. */
    Verdict end() {
        long lastSequence = last == null ? 0 : last.sequence();
        Map.Entry<Long, Checkpoint> newest = checkpoints.lastEntry();
        if (broken == null && newest != null && newest.getKey() > lastSequence) {
            if (last != null) {
                found(lastSequence + 1, "entries from this one on are missing");
            } else {
                mustHaveHadItsTime(newest.getValue());
            }
        }
        return broken != null
                ? broken
                : new Verdict.Intact(entries, first, lastSequence, newest == null ? 0 : newest.getKey());
    }

    private void found(long sequence, String what) {
        if (broken == null) {
            broken = new Verdict.Broken(sequence, what);
        }
    }
}
