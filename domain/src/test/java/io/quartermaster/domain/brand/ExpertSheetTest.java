package io.quartermaster.domain.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExpertSheetTest {

    @Test
    void saysNothingUntilAllCriteriaAreJoined() {
        ExpertSheet sheet =
                ExpertSheet.of("x").judged(BrandCriterion.AWARENESS, BrandCriterion.QUALITY, 0.5);

        assertThat(sheet.priorities()).isEmpty();
        assertThat(sheet.text()).isEqualTo("awareness|quality=0.5");
    }

    @Test
    void weighsByAChainOfJudgements() {
        ExpertSheet sheet = ExpertSheet.of("x");
        for (BrandCriterion criterion : BrandCriterion.values()) {
            if (criterion != BrandCriterion.AWARENESS) {
                sheet = sheet.judged(criterion, BrandCriterion.AWARENESS, 2);
            }
        }

        Priorities priorities = sheet.priorities().orElseThrow();

        assertThat(priorities.weights()[0]).isCloseTo(1 / 13.0, within(1e-6));
        assertThat(priorities.weights()[6]).isCloseTo(2 / 13.0, within(1e-6));
        assertThat(priorities.consistent()).isTrue();
    }

    @Test
    void severalExpertsAreJoinedByTheirGeometricMean() {
        Priorities one = new Priorities(new double[] {0.8, 0.2}, 2, 0.02, null);
        Priorities other = new Priorities(new double[] {0.2, 0.8}, 2, 0.05, null);

        CriteriaWeights weights = CriteriaWeights.of(List.of(one, other), new double[2]);

        assertThat(weights.weights()).containsExactly(new double[] {0.5, 0.5}, within(1e-12));
        assertThat(weights.consistencyRatio()).isEqualTo(0.05);
    }
}
