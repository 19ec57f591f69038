package org.openaisle.evaluation.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/** What was it, and where had it been? */
class GoodsScenarioTest {
    @Test
    void putBackElsewhereAndBoughtBySomebodyElse() {
        for (Scene scene : Scene.played("""
                back | cola 355g x6 | tea 180g x6 | soap 520g x6 |
                anna | 0s enter  | 8s take cola | 13s put cola on soap | 20s leave
                ben  | 10s enter | 24s take cola from soap             | 32s leave
                """)) {
            scene.isDecidedAs("anna:", "ben: cola");
            assertThat(scene.cart("anna")).as(scene.toString()).containsExactly("cola x1", "cola x0");
        }
    }

    @Test
    void handoverBetweenStrangersOfWhatIsPutBackLater() {
        for (Scene scene : Scene.played("""
                back | tea 180g x6 | cola 355g x6 | soap 520g x6 |
                anna | 0s enter | 8s take cola | 15s give cola to ben | 28s leave
                ben  | 2s enter | 10s take tea | 21s put cola         | 30s leave
                """)) {
            scene.isDecidedAs("anna:", "ben: tea");
        }
    }

    @Test
    @Disabled("hands that meet show two handovers in five: the others keep a confidence above review")
    void handoverBetweenStrangersSeenOnlyInTheirHands() {
        for (Scene scene : Scene.played("""
                back | tea 180g x6 | cola 355g x6 | soap 520g x6 |
                anna | 0s enter | 8s take cola | 14s give cola to ben | 24s leave
                ben  | 2s enter | 10s take tea | 18s touch soap       | 26s leave
                """)) {
            scene.happenedAs("anna:", "ben: cola, tea").knowsWhatItDoesNotKnow();
        }
    }

    @Test
    void twoUnitsOfHalfTheWeightOnNeighbouringPlates() {
        for (Scene scene : Scene.played("""
                back | bar 100g x9 | slab 200g x9 |
                anna | 0s enter | 8s take 2 bar | 17s leave
                ben  | 2s enter | 11s take slab | 20s leave
                """)) {
            scene.isDecidedAs("anna: bar x2", "ben: slab");
        }
    }

    @Test
    void twoUnitsOfHalfTheWeightOnOnePlate() {
        for (Scene scene : Scene.played("""
                back | tea 180g x9 | bar 100g x9, slab 200g x9 |
                anna | 0s enter | 8s take 2 bar | 17s leave
                ben  | 4s enter | 13s take slab | 22s leave
                """)) {
            scene.isDecidedAs("anna: bar x2", "ben: slab");
        }
    }

    @Test
    void unitAcrossThreeNarrowPlates() {
        for (Scene scene : Scene.played("""
                back | pizza 420g x5 over 3 | quiche 390g x5 over 3 | cola 355g x6 |
                anna | 0s enter | 8s take pizza  | 13s take quiche | 20s leave
                ben  | 4s enter | 17s take pizza | 22s put pizza   | 29s leave
                """)) {
            scene.isDecidedAs("anna: pizza, quiche", "ben:");
        }
    }

    @Test
    void twoUnitsAcrossThreeNarrowPlates() {
        for (Scene scene : Scene.played("""
                back | pizza 420g x5 over 3 | quiche 390g x5 over 3 | cola 355g x6 |
                anna | 0s enter | 14s take 2 quiche | 22s leave
                ben  | 4s enter | 19s take pizza    | 27s leave
                """)) {
            scene.isDecidedAs("anna: quiche x2", "ben: pizza");
        }
    }

    @Test
    @Disabled("anna's second quiche is believed to be ben's, who only stands there, at a confidence of 0.62")
    void twoUnitsAcrossThreeNarrowPlatesByWhoHoldsAnotherAlready() {
        for (Scene scene : Scene.played("""
                back | pizza 420g x5 over 3 | quiche 390g x5 over 3 | cola 355g x6 |
                anna | 0s enter | 8s take pizza  | 14s take 2 quiche | 24s leave
                ben  | 4s enter | 19s take pizza | 24s put pizza     | 32s leave
                """)) {
            scene.isDecidedAs("anna: pizza, quiche x2", "ben:");
        }
    }

    @Test
    void restockingAmidShoppers() {
        for (Scene scene : Scene.played("""
                back       | cola 355g x6 | soda 250g x6 | tea 180g x6 |
                sam, staff | 0s enter with 4 cola and 2 tea | 9s put 4 cola | 24s put 2 tea | 34s leave
                anna       | 3s enter | 12s take soda | 16s take tea | 26s leave
                ben        | 8s enter | 27s take cola | 36s leave
                """)) {
            scene.isDecidedAs("anna: soda, tea", "ben: cola");
        }
    }

    @Test
    void bagOnTheShelf() {
        for (Scene scene : Scene.played("""
                back | cola 355g x6 | soda 250g x6 | tea 180g x6 |
                anna | 0s enter | 8s lay bag 640g on cola | 11s take soda | 16s fetch bag | 24s leave
                ben  | 3s enter | 13s take tea | 22s leave
                """)) {
            scene.isDecidedAs("anna: soda", "ben: tea");
        }
    }

    @Test
    void bagOnTheShelfFromWhichSomebodyElseTakes() {
        for (Scene scene : Scene.played("""
                back | cola 355g x6 | soda 250g x6 | tea 180g x6 |
                anna | 0s enter | 8s lay bag 640g on cola | 12s take cola | 19s fetch bag | 26s leave
                ben  | 3s enter | 15s take cola, standing right | 24s leave
                """)) {
            scene.isDecidedAs("anna: cola", "ben: cola");
        }
    }
}
