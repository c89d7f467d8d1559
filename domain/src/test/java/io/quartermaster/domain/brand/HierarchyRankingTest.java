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

        HierarchyRanking ranking =
                HierarchyRanking.of(
                        goal, List.of("A", "B"), values, PriorityMethod.EIGENVECTOR, false);

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

        assertThatThrownBy(
                        () ->
                                HierarchyRanking.of(
                                        goal,
                                        List.of("A"),
                                        values,
                                        PriorityMethod.EIGENVECTOR,
                                        false))
                .hasMessageContaining("The judgements of (goal) have a consistency ratio of ")
                .hasMessageContaining("the worst pair is (")
                .hasMessageContaining("Maybe judge (")
                .hasMessageEndingWith(", or go on with --force.");
        HierarchyRanking forced =
                HierarchyRanking.of(goal, List.of("A"), values, PriorityMethod.EIGENVECTOR, true);
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
                                        PriorityMethod.EIGENVECTOR,
                                        false))
                .hasMessage(
                        "The criterion (c) is rated but is no lowest criterion of the hierarchy.\nMaybe one of [goal/a, goal/b].");
        assertThatThrownBy(
                        () ->
                                HierarchyRanking.of(
                                        goal,
                                        List.of("A"),
                                        Map.of("a", ratings(1)),
                                        PriorityMethod.EIGENVECTOR,
                                        false))
                .hasMessageStartingWith(
                        "The criterion (goal/b) has neither ratings nor a matrix of the alternatives.");
    }

    /** A is 0.6 t, B is 0.4 (1 - t) + 0.1 t, so they meet at t = 4 / 9. */
    @Test
    void tellsTheWeightAtWhichTheOrderTurns() {
        HierarchyNode goal = node("goal", "a", "b", 3, 1);
        HierarchyRanking ranking =
                HierarchyRanking.of(
                        goal,
                        List.of("A", "B"),
                        Map.of("a", ratings(0.6, 0.1), "b", ratings(0, 0.4)),
                        PriorityMethod.EIGENVECTOR,
                        false);

        assertThat(ranking.turns()).extracting(Turn::path).containsExactly("goal/a", "goal/b");
        Turn turn = ranking.turns().get(0);
        assertThat(turn.weight()).isCloseTo(0.75, within(1e-12));
        assertThat(turn.turnsAt()).isCloseTo(4.0 / 9, within(1e-12));
        assertThat(turn.instead()).isEqualTo("B");
        assertThat(ranking.turns().get(1).turnsAt()).isCloseTo(5.0 / 9, within(1e-12));
    }

    /** At the weight that it tells, the two are equal in a ranking made anew. */
    @Test
    void turnsBelowTheFirstLevelToo() {
        HierarchyNode goal = twoLevels(0.7);
        Map<String, HierarchyRanking.Values> values =
                Map.of(
                        "reach", ratings(0.9, 0.2, 0.1),
                        "growth", ratings(0.3, 0.5, 0.8),
                        "quality", ratings(0.5, 0.6, 0.6));
        HierarchyRanking ranking = ranked(goal, values);
        Turn turn =
                ranking.turns().stream()
                        .filter(one -> one.path().equals("goal/market/reach"))
                        .findFirst()
                        .orElseThrow();

        HierarchyRanking turned = ranked(twoLevels(turn.turnsAt()), values);

        assertThat(ranking.ranked().get(0).name()).isEqualTo("A");
        assertThat(turned.ranked().get(0).score())
                .isCloseTo(turned.ranked().get(1).score(), within(1e-12));
        assertThat(turned.ranked().subList(0, 2))
                .extracting(HierarchyRanking.Ranked::name)
                .containsExactlyInAnyOrder("A", turn.instead());
    }

    private static HierarchyNode twoLevels(double reach) {
        HierarchyNode market =
                new HierarchyNode(
                        "market",
                        List.of(HierarchyNode.leaf("reach"), HierarchyNode.leaf("growth")),
                        HierarchyNode.weights("market", new double[] {reach, 1 - reach}));
        return new HierarchyNode(
                "goal",
                List.of(market, HierarchyNode.leaf("quality")),
                HierarchyNode.weights("goal", new double[] {0.6, 0.4}));
    }

    private static HierarchyRanking ranked(
            HierarchyNode goal, Map<String, HierarchyRanking.Values> values) {
        return HierarchyRanking.of(
                goal, List.of("A", "B", "C"), values, PriorityMethod.EIGENVECTOR, false);
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
