package org.openaisle.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openaisle.platform.database.TenantId;
import org.openaisle.platform.privacy.ChainCheck.Verdict;
import org.openaisle.platform.purpose.Purpose;

/** Whatever is done to a signed record shows, tried on many records at random. */
class ChainCheckTest {
    private static final long SEED = 20261;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration KEPT = Duration.ofDays(100);
    private static final TenantId TENANT = new TenantId(new UUID(1, 2));

    private final Random chance = new Random(SEED);

    @Test
    void aRecordThatNobodyTouchedIsIntactAlsoAfterItsBeginningHadItsTime() {
        System.out.println("seed " + SEED);
        for (int trial = 0; trial < 200; trial++) {
            List<AccessEntry> entries = record(1 + chance.nextInt(40));
            int gone = chance.nextInt(entries.size() + 1);
            List<Checkpoint> signed = new ArrayList<>(List.of(sign(entries.getLast())));
            Instant now = START;
            if (gone > 0) {
                signed.add(sign(entries.get(gone - 1)));
                now = entries.get(gone - 1).at().plus(KEPT);
            }
            List<AccessEntry> rest = entries.subList(gone, entries.size());
            assertThat(check(rest, signed, now))
                    .as("trial %d, %d gone", trial, gone)
                    .isInstanceOf(Verdict.Intact.class);
        }
    }

    @Test
    void whateverIsChangedTakenOutPutInOrMovedIsFound() {
        System.out.println("seed " + SEED);
        for (int trial = 0; trial < 2000; trial++) {
            List<AccessEntry> entries = new ArrayList<>(record(2 + chance.nextInt(20)));
            List<Checkpoint> signed = List.of(sign(entries.getLast()));
            String what = tamper(entries);
            assertThat(check(entries, signed, START.plus(Duration.ofDays(50))))
                    .as("trial %d: %s", trial, what)
                    .isInstanceOf(Verdict.Broken.class);
        }
    }

    @Test
    void entriesThatWereTakenFromTheBeginningBeforeTheirTimeAreMissed() {
        List<AccessEntry> entries = record(10);
        List<Checkpoint> signed = List.of(sign(entries.get(4)), sign(entries.getLast()));
        Instant tooEarly = entries.get(4).at().plus(KEPT).minusMillis(1);
        assertThat(check(entries.subList(5, 10), signed, tooEarly))
                .isEqualTo(new Verdict.Broken(5, "the entry is missing, and its time was not up"));
    }

    @Test
    void anEntryThatWasWrittenAnewWithItsHashIsFoundByTheNextOneOrTheCheckpoint() {
        List<AccessEntry> entries = new ArrayList<>(record(5));
        Checkpoint signed = sign(entries.getLast());
        AccessEntry forged = changed(entries.get(4));
        entries.set(4, forged.withHash(forged.hashFor(TENANT)));
        assertThat(check(entries, List.of(signed), START))
                .isEqualTo(new Verdict.Broken(5, "the entry is not the one that was signed"));
    }

    private String tamper(List<AccessEntry> entries) {
        int i = chance.nextInt(entries.size());
        switch (chance.nextInt(6)) {
            case 0 -> {
                entries.set(i, changed(entries.get(i)));
                return "changed " + i;
            }
            case 1 -> {
                AccessEntry forged = changed(entries.get(i));
                entries.set(i, forged.withHash(forged.hashFor(TENANT)));
                return "written anew " + i;
            }
            case 2 -> {
                entries.remove(i);
                return "removed " + i;
            }
            case 3 -> {
                entries.subList(i, entries.size()).clear();
                return "cut off at " + i;
            }
            case 4 -> {
                entries.add(i, entries.get(i));
                return "doubled " + i;
            }
            default -> {
                int j = (i + 1) % entries.size();
                AccessEntry one = entries.get(i);
                entries.set(i, renumbered(entries.get(j), one.sequence()));
                entries.set(j, renumbered(one, j + 1L));
                return "exchanged " + i + " and " + j;
            }
        }
    }

    private AccessEntry changed(AccessEntry e) {
        int which = chance.nextInt(6);
        return new AccessEntry(
                e.sequence(),
                which == 0 ? e.at().plusNanos(1000) : e.at(),
                e.actorKind(),
                which == 1 ? e.actorId() + "x" : e.actorId(),
                which == 2 ? "dispute" : e.purpose(),
                which == 3 ? "erase" : e.action(),
                which == 4 ? e.subjectKind() + e.subjectId().charAt(0) : e.subjectKind(),
                which == 5 ? "" : e.subjectId(),
                e.previousHash(),
                e.hash());
    }

    private static AccessEntry renumbered(AccessEntry e, long sequence) {
        return new AccessEntry(
                sequence,
                e.at(),
                e.actorKind(),
                e.actorId(),
                e.purpose(),
                e.action(),
                e.subjectKind(),
                e.subjectId(),
                e.previousHash(),
                e.hash());
    }

    private List<AccessEntry> record(int length) {
        List<AccessEntry> entries = new ArrayList<>();
        byte[] hash = AccessEntry.BEGINNING;
        Instant at = START;
        for (int i = 0; i < length; i++) {
            Reason reason = new Reason(
                    new Actor.Shopper("s" + chance.nextInt(3)),
                    Purpose.RECEIPT,
                    Action.READ,
                    "visit",
                    "v" + chance.nextInt(5));
            AccessEntry entry =
                    AccessEntry.after(TENANT, i, at, hash, at.plusSeconds(chance.nextInt(100) - 20L), reason);
            entries.add(entry);
            hash = entry.hash();
            at = entry.at();
        }
        return entries;
    }

    /** Signed by turning the text round, which serves where nobody forges. */
    private static Checkpoint sign(AccessEntry entry) {
        Checkpoint open = new Checkpoint(entry.sequence(), entry.hash(), entry.at(), entry.at(), "k", new byte[0]);
        return new Checkpoint(open.sequence(), open.hash(), open.entryAt(), open.signedAt(), "k", open.text(TENANT));
    }

    private static Verdict check(List<AccessEntry> entries, List<Checkpoint> signed, Instant now) {
        ChainCheck check = new ChainCheck(
                TENANT, signed, (checkpoint, text) -> Arrays.equals(checkpoint.signature(), text), KEPT, now);
        entries.forEach(check::next);
        return check.end();
    }
}
