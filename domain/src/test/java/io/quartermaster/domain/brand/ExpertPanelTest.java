package io.quartermaster.domain.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExpertPanelTest {

    private static final List<String> NAMES = List.of("a", "b", "c");

    @Test
    void takesTheGeometricMeanOfJudgementsByImportance() {
        Map<String, Double> together =
                ExpertPanel.judgements(
                        List.of(
                                judges("ann", 1, Map.of("a|b", 2.0, "b|c", 3.0)),
                                judges("bob", 3, Map.of("a|b", 8.0, "c|a", 0.5))));

        assertThat(together.get("a|b"))
                .isCloseTo(Math.pow(2, 0.25) * Math.pow(8, 0.75), within(1e-12));
        assertThat(together.get("b|c")).isCloseTo(3, within(1e-12));
        assertThat(together.get("a|c")).isCloseTo(2, within(1e-12));
    }

    @Test
    void takesTheGeometricMeanOfPrioritiesByImportance() {
        Priorities together =
                ExpertPanel.priorities(
                        List.of(
                                new ExpertPanel.Member<>("ann", 1, priorities(0.8, 0.2, 0.05)),
                                new ExpertPanel.Member<>("bob", 3, priorities(0.5, 0.5, 0.01))));

        double first = Math.pow(0.8, 0.25) * Math.pow(0.5, 0.75);
        double second = Math.pow(0.2, 0.25) * Math.pow(0.5, 0.75);
        assertThat(together.weights()[0]).isCloseTo(first / (first + second), within(1e-12));
        assertThat(together.consistencyRatio()).isEqualTo(0.05);
    }

    @Test
    void refusesAnExpertWithoutImportance() {
        assertThatThrownBy(() -> judges("ann", 0, Map.of("a|b", 2.0, "b|c", 2.0)))
                .hasMessage(
                        "The importance (0.0) of the expert (ann) must be above 0.\nMaybe leave it out, then it is 1.");
    }

    private static ExpertPanel.Member<PairwiseMatrix> judges(
            String expert, double importance, Map<String, Double> pairs) {
        return new ExpertPanel.Member<>(
                expert, importance, PairwiseMatrix.of(expert, NAMES, pairs));
    }

    private static Priorities priorities(double first, double second, double ratio) {
        return new Priorities(new double[] {first, second}, 2, ratio, null);
    }
}
