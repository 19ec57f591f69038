package org.openaisle.evaluation.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Who belongs to whom, and who is still there? */
class PeopleScenarioTest {
    @Test
    void childInAParty() {
        for (Scene scene : Scene.played("""
                back               | cola 355g x6 | soda 250g x6 |
                back               | bar 90g x9   | gum 60g x9   |
                anna               | 0s enter | 10s take cola | 16s give cola to kim | 22s leave
                kim, child of anna | 1s enter | 13s take gum  | 21s leave
                ben                | 4s enter | 14s take soda | 24s leave
                """)) {
            scene.isDecidedAs("anna: cola, gum", "ben: soda");
        }
    }

    @Test
    void childInAPartyThatTakesAtTheSameMomentAsTheMother() {
        for (Scene scene : Scene.played("""
                back               | cola 355g x6 | soda 250g x6 |
                back               | bar 90g x9   | gum 60g x9   |
                anna               | 0s enter | 10s take cola | 15s give cola to kim | 22s leave
                kim, child of anna | 1s enter | 10s take gum  | 21s leave
                ben                | 4s enter | 14s take soda | 24s leave
                """)) {
            scene.isDecidedAs("anna: cola, gum", "ben: soda");
        }
    }

    @Test
    void tailgater() {
        for (Scene scene : Scene.played("""
                back              | cola 355g x6 | soda 250g x6 | tea 180g x6 |
                anna              | 0s enter | 9s take cola  | 18s leave
                zoe, without code | 1s enter | 11s take soda | 20s leave
                """)) {
            scene.isDecidedAs("anna: cola", "?: soda");
        }
    }

    @Test
    void partyLargerThanAnnounced() {
        for (Scene scene : Scene.played("""
                back             | cola 355g x6 | soda 250g x6 | tea 180g x6 |
                anna, code for 1 | 0s enter | 10s take cola | 18s leave
                kim, with anna   | 1s enter | 11s take soda | 19s leave
                ben              | 3s enter | 14s take tea  | 22s leave
                """)) {
            // Whose the one too many is, no sensor tells: the soda is in a receipt of its own, not in a stranger's.
            scene.happenedAs("anna: cola, soda", "ben: tea").chargesNobodyTooMuch();
            assertThat(scene.receipts())
                    .as(scene.toString())
                    .containsExactlyInAnyOrder("anna: cola", "?: soda", "ben: tea");
        }
    }

    @Test
    void trackLostForGood() {
        for (Scene scene : Scene.played("""
                back | cola 355g x6 | soda 250g x6 | tea 180g x6 |
                anna | 0s enter | 9s take cola  | 14s vanish
                ben  | 3s enter | 12s take soda | 24s leave
                """)) {
            // Anna may still be inside for all that anybody knows: her receipt waits, and nobody else pays.
            scene.happenedAs("anna: cola", "ben: soda");
            assertThat(scene.receipts()).as(scene.toString()).containsExactly("ben: soda");
            assertThat(scene.cart("anna")).as(scene.toString()).containsExactly("cola x1");
        }
    }

    @Test
    void trackLostWhereTheBeamStillCounts() {
        for (Scene scene : Scene.played("""
                back   | cola 355g x6 | soda 250g x6 | tea 180g x6 |
                anna   | 0s enter | 9s take cola  | 16s leave
                ben    | 3s enter | 12s take soda | 30s leave
                faults | 15s cameras silent for 9s
                """)) {
            scene.isDecidedAs("anna: cola", "ben: soda");
        }
    }
}
