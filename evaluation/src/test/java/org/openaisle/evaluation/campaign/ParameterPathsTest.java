package org.openaisle.evaluation.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;
import org.openaisle.engine.EngineParameters;

class ParameterPathsTest {
    record Inner(double share, int count, String name) {}

    record Outer(long millis, Inner inner, boolean on) {
        Outer {
            if (millis < 0) {
                throw new IllegalArgumentException("millis must not be negative");
            }
        }
    }

    private final Outer outer = new Outer(100, new Inner(0.5, 3, "n"), true);

    @Test
    void numbersAreFoundInAllRecordsAndNothingElse() {
        assertThat(ParameterPaths.numbers(outer))
                .containsExactly(entry("millis", 100.0), entry("inner.share", 0.5), entry("inner.count", 3.0));
    }

    @Test
    void oneNumberIsAnotherAndEverythingElseStays() {
        assertThat(ParameterPaths.with(outer, "inner.share", 0.7))
                .isEqualTo(new Outer(100, new Inner(0.7, 3, "n"), true));
        assertThat(ParameterPaths.with(outer, "inner.count", 3.9))
                .isEqualTo(new Outer(100, new Inner(0.5, 4, "n"), true));
        assertThat(ParameterPaths.with(outer, "millis", 130)).isEqualTo(new Outer(130, outer.inner, true));
    }

    @Test
    void whatIsNotThereOrNoNumberOrNotAllowedIsRefused() {
        assertThatThrownBy(() -> ParameterPaths.with(outer, "inner.size", 1)).hasMessageContaining("size");
        assertThatThrownBy(() -> ParameterPaths.with(outer, "inner", 1)).hasMessageContaining("no number");
        assertThatThrownBy(() -> ParameterPaths.with(outer, "inner.name", 1)).hasMessageContaining("no number");
        assertThatThrownBy(() -> ParameterPaths.with(outer, "millis", -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("millis cannot be -1");
    }

    @Test
    void everyNumberOfTheEngineCanBeMovedAndMovedBack() {
        EngineParameters defaults = EngineParameters.defaults();
        assertThat(ParameterPaths.numbers(defaults)).hasSizeGreaterThan(80).containsKey("patienceMillis");
        ParameterPaths.numbers(defaults).forEach((path, value) -> {
            EngineParameters moved = ParameterPaths.with(defaults, path, value + 1);
            assertThat(moved).as(path).isNotEqualTo(defaults);
            assertThat(ParameterPaths.numbers(moved).get(path)).isEqualTo(value + 1);
            assertThat(ParameterPaths.with(moved, path, value)).isEqualTo(defaults);
        });
    }
}
