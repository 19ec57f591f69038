package org.openaisle.evaluation.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openaisle.evaluation.campaign.Sensitivity.Measured;
import org.openaisle.evaluation.campaign.Sensitivity.Moved;
import org.openaisle.evaluation.campaign.Sensitivity.Refused;
import org.openaisle.evaluation.campaign.Sensitivity.Run;
import org.openaisle.evaluation.report.SensitivityPart;

class SensitivityTest {
    private static final List<Trial> FEW = Trial.few(1);

    private final List<String> told = new ArrayList<>();
    private int held = -1;
    private final Sensitivity.Listener listener = new Sensitivity.Listener() {
        @Override
        public void prepared(int recordings, int all, int inMemory, long heldBytes) {
            held = inMemory;
        }

        @Override
        public void ran(Run run, int number, int all) {
            told.add(number + "/" + all + " " + run.path());
        }
    };

    @Test
    void theResultIsTheSameWhetherRecordingsAreHeldOrMadeAnew() {
        List<String> paths = Sensitivity.paths(Set.of("attribution.oneUnit", "tracking.confirmHits")::contains);
        Sensitivity.Result inMemory = Sensitivity.of(FEW, paths, 2, Long.MAX_VALUE, listener);
        assertThat(held).isEqualTo(3);
        assertThat(told)
                .containsExactly(
                        "1/5 ",
                        "2/5 tracking.confirmHits",
                        "3/5 tracking.confirmHits",
                        "4/5 attribution.oneUnit",
                        "5/5 attribution.oneUnit");
        assertThat(Sensitivity.of(FEW, paths, 1, 0, listener)).isEqualTo(inMemory);
        assertThat(held).isZero();
        Campaign campaign = Campaign.of(FEW, 1, done -> {});
        assertThat(inMemory.asIs().exact()).isEqualTo(campaign.all().figures().get("exact"));
        Moved hits = inMemory.moved().stream()
                .filter(m -> m.path().equals("tracking.confirmHits"))
                .findFirst()
                .orElseThrow();
        assertThat(hits.value()).isEqualTo(4);
        assertThat(hits.down().value()).isEqualTo(3);
        assertThat(hits.up().value()).isEqualTo(5);
    }

    @Test
    void theMostSensitiveParameterComesFirstEitherWay() {
        Measured asIs = new Measured("", 0, 0.8);
        Moved harmless = new Moved("harmless", 1, new Measured("", 0.7, 0.8), new Measured("", 1.3, 0.801));
        Moved worse = new Moved("worse", 1, new Measured("", 0.7, 0.8), new Measured("", 1.3, 0.7));
        Moved better = new Moved("better", 1, new Measured("", 0.7, 0.85), new Measured("", 1.3, 0.8));
        Sensitivity.Result result = new Sensitivity.Result(FEW, 100, asIs, List.of(harmless, better, worse));
        assertThat(result.moved()).containsExactly(worse, better, harmless);
        assertThat(SensitivityPart.rows(result).stream().map(List::getLast))
                .containsExactly("sensitive", "sensitive", "");
        assertThat(SensitivityPart.verdict(result)).contains("2 of 3 change the share by 2 points or more");
    }

    @Test
    void aChangeIsToldInPointsAndWhatIsRefusedCountsForNothing() {
        Measured asIs = new Measured("", 0, 0.8);
        Moved moved = new Moved("p", 1, new Measured("p", 0.7, 0.775), new Refused("p", 1.3, "above one"));
        assertThat(Sensitivity.points(moved.down(), asIs)).isEqualTo(-2.5, within(1e-9));
        assertThat(Sensitivity.points(moved.up(), asIs)).isNull();
        assertThat(moved.most(asIs)).isEqualTo(2.5, within(1e-9));
    }
}
