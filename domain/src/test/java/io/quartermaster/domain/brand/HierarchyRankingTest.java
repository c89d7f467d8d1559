package io.quartermaster.domain.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HierarchyRankingTest {

    @Test
    void multipliesWeightsDownThePathAndAddsParts() {
        HierarchyNode market = node("market", "reach", "growth", 1, 3);
        HierarchyNode goal =
                new HierarchyNode(
                        "goal",
                        List.of(market, HierarchyNode.leaf("quality")),
                        HierarchyNode.weights("goal", new double[] {0.4, 0.6}));
        Map<String, HierarchyRanking.Values> values =
                Map.of(
                        "reach", ratings(1, 0),
                        "growth", ratings(0, 1),
                        "goal/quality", ratings(0.5, 0.5));

        HierarchyRanking ranking = HierarchyRanking.of(goal, List.of("A", "B"), values, false);

        assertThat(ranking.weights())
                .containsEntry("goal", 1.0)
                .containsEntry("goal/market", 0.4)
                .containsEntry("goal/quality", 0.6);
        assertThat(ranking.weights().get("goal/market/growth")).isCloseTo(0.3, within(1e-12));
        assertThat(ranking.ranked().get(0).name()).isEqualTo("B");
        assertThat(ranking.ranked().get(0).score()).isCloseTo(0.6, within(1e-12));
        assertThat(ranking.ranked().get(1).score()).isCloseTo(0.4, within(1e-12));
    }

    @Test
    void refusesContradictoryJudgementsUnlessForced() {
        PairwiseMatrix contradictory =
                PairwiseMatrix.of(
                        "goal", List.of("a", "b", "c"), Map.of("a|b", 9.0, "b|c", 9.0, "a|c", 0.2));
        HierarchyNode goal =
                new HierarchyNode(
                        "goal",
                        List.of(
                                HierarchyNode.leaf("a"),
                                HierarchyNode.leaf("b"),
                                HierarchyNode.leaf("c")),
                        new HierarchyNode.Judged(contradictory));
        Map<String, HierarchyRanking.Values> values =
                Map.of("a", ratings(1), "b", ratings(1), "c", ratings(1));

        assertThatThrownBy(() -> HierarchyRanking.of(goal, List.of("A"), values, false))
                .hasMessageContaining("The judgements of (goal) have a consistency ratio of ")
                .hasMessageContaining("the worst pair is (")
                .hasMessageEndingWith("Maybe judge that pair again, or go on with --force.");
        HierarchyRanking forced = HierarchyRanking.of(goal, List.of("A"), values, true);
        assertThat(forced.consistencyRatios().get("goal")).isGreaterThan(0.1);
        assertThat(forced.worstPath()).isEqualTo("goal");
    }

    @Test
    void refusesCriteriaThatAreNotThereOrNotRated() {
        HierarchyNode goal = node("goal", "a", "b", 1, 1);

        assertThatThrownBy(
                        () ->
                                HierarchyRanking.of(
                                        goal,
                                        List.of("A"),
                                        Map.of("a", ratings(1), "b", ratings(1), "c", ratings(1)),
                                        false))
                .hasMessage(
                        "The criterion (c) is rated but is no lowest criterion of the hierarchy.\nMaybe one of [goal/a, goal/b].");
        assertThatThrownBy(
                        () ->
                                HierarchyRanking.of(
                                        goal, List.of("A"), Map.of("a", ratings(1)), false))
                .hasMessageStartingWith(
                        "The criterion (goal/b) has neither ratings nor a matrix of the alternatives.");
    }

    @Test
    void refusesWeightsThatDoNotSumToOne() {
        assertThatThrownBy(() -> HierarchyNode.weights("goal", new double[] {0.5, 0.6}))
                .hasMessage(
                        "The weights of (goal), [0.5, 0.6], must not be negative and sum to 1, not to 1.1.\nMaybe give them as \"points\".");
    }

    private static HierarchyNode node(
            String name, String first, String second, double points, double otherPoints) {
        return new HierarchyNode(
                name,
                List.of(HierarchyNode.leaf(first), HierarchyNode.leaf(second)),
                HierarchyNode.points(name, new double[] {points, otherPoints}));
    }

    private static HierarchyRanking.Ratings ratings(double... values) {
        return new HierarchyRanking.Ratings(values);
    }
}
