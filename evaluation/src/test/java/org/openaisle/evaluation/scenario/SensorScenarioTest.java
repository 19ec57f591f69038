package org.openaisle.evaluation.scenario;

import static org.openaisle.model.Output.SensorHealth.State.SILENT;
import static org.openaisle.model.Output.SensorHealth.State.STUCK;

import org.junit.jupiter.api.Test;

/** What if a sensor fails? */
class SensorScenarioTest {
    @Test
    void deadCamera() {
        for (Scene scene : Scene.played("""
                back   | cola 355g x6 | soda 250g x6 | tea 180g x6 |
                anna   | 0s enter | 12s take cola | 22s leave
                ben    | 2s enter | 14s take tea  | 18s put tea | 26s leave
                faults | 6s camera 1 silent
                """)) {
            scene.isDecidedAs("anna: cola", "ben:").tells("C1", SILENT);
        }
    }

    @Test
    void stuckPlateChargesNobodyTooMuch() {
        for (Scene scene : Scene.played("""
                back   | cola 355g x6 | soda 250g x6 | tea 180g x6 |
                anna   | 0s enter | 9s take soda | 14s take cola | 22s leave
                ben    | 2s enter | 12s take tea | 24s leave
                faults | 6s cola stuck
                """)) {
            scene.happenedAs("anna: cola, soda", "ben: tea")
                    .chargesNobodyTooMuch()
                    .tells("cola", STUCK);
        }
    }

    @Test
    void stuckPlateMakesTheReceiptOfWhoeverReachedThereDoubtful() {
        for (Scene scene : Scene.played("""
                back   | cola 355g x6 | soda 250g x6 | tea 180g x6 |
                anna   | 0s enter | 9s take soda | 14s take cola | 22s leave
                ben    | 2s enter | 12s take tea | 24s leave
                faults | 6s cola stuck
                """)) {
            scene.happenedAs("anna: cola, soda", "ben: tea").knowsWhatItDoesNotKnow();
        }
    }

    @Test
    void stuckPlateMakesTheReceiptOfWhoeverPutsBackThereDoubtful() {
        for (Scene scene : Scene.played("""
                back   | cola 355g x6 | soda 250g x6 | tea 180g x6 |
                anna   | 0s enter | 9s take cola | 16s put cola | 24s leave
                ben    | 2s enter | 12s take tea | 26s leave
                faults | 12s cola stuck
                """)) {
            scene.happenedAs("anna:", "ben: tea").knowsWhatItDoesNotKnow();
        }
    }

    @Test
    void gapOfSamplesOnAPlate() {
        for (Scene scene : Scene.played("""
                back   | cola 355g x6 | soda 250g x6 | tea 180g x6 |
                anna   | 0s enter | 9s take cola | 20s leave
                ben    | 2s enter | 16s take tea | 24s leave
                faults | 9s cola silent for 3s
                """)) {
            scene.isDecidedAs("anna: cola", "ben: tea");
        }
    }

    @Test
    void noisyPlate() {
        for (Scene scene : Scene.played("""
                back   | cola 355g x6 | soda 250g x6 | tea 180g x6 |
                anna   | 0s enter | 15s take cola | 24s leave
                ben    | 2s enter | 12s take tea  | 26s leave
                faults | 8s cola noisy
                """)) {
            scene.isDecidedAs("anna: cola", "ben: tea");
        }
    }
}
