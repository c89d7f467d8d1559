package io.quartermaster.domain.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class SatisfactionScoringTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final SatisfactionScoring SCORING =
            new SatisfactionScoring(SatisfactionRules.standard());

    private final double[] sums = new double[Evidence.values().length];

    @Test
    void mapsEachRateLinearly() {
        seen(Evidence.ORDER_LINES, 100);
        seen(Evidence.ORDERED_UNITS, 200);
        seen(Evidence.RETURNED_UNITS, 10); // 5 % of 20 %
        seen(Evidence.COMPLAINTS, 2); // 2 % of 10 %
        seen(Evidence.PROMISES, 50);
        seen(Evidence.LATE, 6); // 12 % of 30 %
        seen(Evidence.RATINGS, 10);
        seen(Evidence.RATING_POINTS, 7);
        seen(Evidence.DUE_UNITS, 100);
        seen(Evidence.DELIVERED_UNITS, 95);
        seen(Evidence.STOCK_READINGS, 20);
        seen(Evidence.STOCK_OUTS, 1); // 5 % of 20 %
        seen(Evidence.QUALITY_COMPLAINTS, 1); // 1 % of 10 %
        seen(Evidence.SERVICE_COMPLAINTS, 1); // 1 % of 5 %
        seen(Evidence.PRICE_BURDEN, 20); // 20 % of 50 %
        seen(Evidence.DELIVERIES, 40);
        seen(Evidence.SLOWNESS, 10); // 25 % of 100 %

        SatisfactionScore score = SCORING.score("brand", "A", DAY, sums).orElseThrow();

        assertThat(score.indicators())
                .containsExactly(
                        new double[] {0.75, 0.8, 0.6, 0.7, 0.75, 0.9, 0.6, 0.75, 0.8, 0.75},
                        within(1e-12));
        assertThat(score.score())
                .isCloseTo(
                        0.15 * 0.75
                                + 0.1 * 0.8
                                + 0.15 * 0.6
                                + 0.2 * 0.7
                                + 0.1 * 0.75
                                + 0.1 * 0.9
                                + 0.05 * (0.6 + 0.75 + 0.8 + 0.75),
                        within(1e-12));
        assertThat(Arrays.stream(score.parts()).sum()).isCloseTo(score.score(), within(1e-12));
        assertThat(score.action()).startsWith("agree on dispatch");
    }

    @Test
    void spreadsTheWeightOfAMissingIndicatorOverTheOthers() {
        seen(Evidence.RATINGS, 4);
        seen(Evidence.RATING_POINTS, 4);
        seen(Evidence.PROMISES, 4);
        seen(Evidence.LATE, 0);

        SatisfactionScore score = SCORING.score("seller", "S", DAY, sums).orElseThrow();

        assertThat(score.score()).isCloseTo(1, within(1e-12));
        assertThat(score.parts()[SatisfactionIndicator.RETURNS.index()]).isNaN();
        assertThat(score.parts()[SatisfactionIndicator.RATING.index()])
                .isCloseTo(0.2 / 0.35, within(1e-12));
        assertThat(score.action()).isEmpty();
    }

    @Test
    void leavesOutWhatTheHistoryDoesNotTell() {
        SatisfactionRules standard = SatisfactionRules.standard();
        SatisfactionRules rules =
                new SatisfactionRules(
                        standard.weights(),
                        standard.worst(),
                        standard.halfLife(),
                        standard.minEvidence(),
                        standard.contentAt(),
                        EnumSet.of(
                                SatisfactionIndicator.RETURNS,
                                SatisfactionIndicator.QUALITY,
                                SatisfactionIndicator.PRICE,
                                SatisfactionIndicator.SERVICE));
        seen(Evidence.ORDER_LINES, 100);
        seen(Evidence.ORDERED_UNITS, 100);
        seen(Evidence.COMPLAINTS, 5);

        SatisfactionScore score =
                new SatisfactionScoring(rules).score("seller", "S", DAY, sums).orElseThrow();

        assertThat(score.parts()[SatisfactionIndicator.RETURNS.index()]).isNaN();
        assertThat(score.evidence()[SatisfactionIndicator.RETURNS.index()]).isZero();
        assertThat(score.score()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void proposesNothingAboutSpeedWithinThePromise() {
        seen(Evidence.PROMISES, 10);
        seen(Evidence.DELIVERIES, 10);
        seen(Evidence.SLOWNESS, 9);
        assertThat(SCORING.score("seller", "S", DAY, sums).orElseThrow().action()).isEmpty();

        seen(Evidence.LATE, 2);
        assertThat(SCORING.score("seller", "S", DAY, sums).orElseThrow().action())
                .startsWith("agree on dispatch");
    }

    @Test
    void hasNoScoreWithoutEvidence() {
        seen(Evidence.RATINGS, 0.4);

        assertThat(SCORING.score("seller", "S", DAY, sums)).isEmpty();
    }

    @Test
    void evidenceCountsHalfAfterAHalfLifeHoweverLateItComes() {
        Duration halfLife = Duration.ofDays(10);
        long day = Duration.ofDays(1).toMillis();

        DecayCounter inOrder =
                DecayCounter.of(1)
                        .plus(new double[] {8}, 10 * day, halfLife)
                        .plus(new double[] {1}, 20 * day, halfLife);
        DecayCounter late =
                DecayCounter.of(1)
                        .plus(new double[] {1}, 20 * day, halfLife)
                        .plus(new double[] {8}, 10 * day, halfLife);

        assertThat(inOrder.sums()).containsExactly(5);
        assertThat(late.sums()).containsExactly(5);
        assertThat(inOrder.at(30 * day, halfLife)).containsExactly(2.5);
    }

    @Test
    void refusesWeightsThatDoNotSumToOne() {
        assertThatThrownBy(() -> IndicatorWeights.check(new double[] {0.5, 0.2}))
                .hasMessage(
                        "The weights [0.5, 0.2] sum to 0.7, not to 1.\nMaybe divide each by 0.7.");
        assertThatThrownBy(() -> IndicatorWeights.check(new double[] {1.5, -0.5}))
                .hasMessageStartingWith("The weight (-0.5) must not be negative.");
    }

    @Test
    void entropyWeighsAnIndicatorByHowMuchEntitiesDiffer() {
        double[][] rows = {{0.5, 0.1, 1}, {0.5, 0.9, 1}};

        assertThat(IndicatorWeights.entropy(rows))
                .containsExactly(new double[] {0, 1, 0}, within(1e-12));
        assertThat(IndicatorWeights.entropy(new double[][] {{1, 1}, {1, 1}}))
                .containsExactly(0.5, 0.5);
    }

    private void seen(Evidence evidence, double sum) {
        sums[evidence.index()] = sum;
    }
}
