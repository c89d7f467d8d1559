package io.quartermaster.domain.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.event.BrandOffer;
import io.quartermaster.domain.event.BrandStage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BrandJudgeTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final BrandJudge JUDGE = new BrandJudge(BrandRules.standard());
    private static final CriteriaWeights WEIGHTS =
            CriteriaWeights.of(List.of(), BrandRules.standard().weights());

    @Test
    void judgesABrandOfWhichNothingIsKnownByTheMiddle() {
        BrandScore score = only(BrandDossier.of("A"));

        assertThat(score.score()).isCloseTo(0.5, within(1e-12));
        assertThat(score.position()).isEqualTo(1);
        assertThat(score.reason()).isEqualTo("first score; quality gives most, 0.110");
    }

    @Test
    void takesExpertsWhereNothingHasHappened() {
        BrandDossier dossier =
                BrandDossier.of("A")
                        .rated("x", BrandCriterion.QUALITY, 0.9)
                        .rated("a", BrandCriterion.QUALITY, 0.7);

        BrandScore score = only(dossier);

        assertThat(score.ratings()[BrandCriterion.QUALITY.index()]).isCloseTo(0.8, within(1e-12));
        assertThat(score.evidence()[BrandCriterion.QUALITY.index()]).isZero();
    }

    @Test
    void blendsLiveFiguresByTheirEvidence() {
        BrandDossier dossier =
                BrandDossier.of("A")
                        .rated("x", BrandCriterion.SATISFACTION, 0.9)
                        .withSatisfaction(0.3, 20);

        BrandScore score = only(dossier);

        // n = n0 = 20, so half and half.
        assertThat(score.ratings()[BrandCriterion.SATISFACTION.index()])
                .isCloseTo(0.6, within(1e-12));
        assertThat(score.evidence()[BrandCriterion.SATISFACTION.index()])
                .isCloseTo(0.5, within(1e-12));
    }

    @Test
    void letsACriterionCountByItsWeightEvenWhereBrandsLieCloseTogether() {
        List<BrandDossier> dossiers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            double satisfaction = i % 2 == 0 ? 0.70 : 0.74;
            dossiers.add(BrandDossier.of("brand-" + i).withSatisfaction(satisfaction, 180));
        }

        List<BrandScore> scores = JUDGE.judge(DAY, dossiers, WEIGHTS);

        // Both lie 0.0836396 from 0.72 on the scale of the 200, and e is 0.9.
        double best = scores.get(0).ratings()[BrandCriterion.SATISFACTION.index()];
        double last = scores.get(199).ratings()[BrandCriterion.SATISFACTION.index()];
        assertThat(best).isCloseTo(0.9 * 0.8036396 + 0.1 * 0.5, within(1e-7));
        assertThat(last).isCloseTo(0.9 * 0.6363604 + 0.1 * 0.5, within(1e-7));
    }

    @Test
    void ratesAnOfferByItsTerms() {
        BrandScore score = only(BrandDossier.of("A").with(offer()));

        // Margin 0.5 of list price against 0.6, as 10 against 20 unjudged.
        assertThat(score.ratings()[BrandCriterion.WILLINGNESS.index()])
                .isCloseTo(0.5 / 0.6 / 3 + 0.5 * 2 / 3, within(1e-12));
        assertThat(score.stage()).isEqualTo(BrandStage.PROSPECT);
    }

    @Test
    void partsSumToTheScoreAndPositionsFollowIt() {
        List<BrandScore> scores =
                JUDGE.judge(
                        DAY,
                        List.of(
                                BrandDossier.of("A").withSatisfaction(0.1, 500),
                                BrandDossier.of("B").withSatisfaction(0.9, 500),
                                BrandDossier.of("C").withSatisfaction(0.1, 500)),
                        WEIGHTS);

        assertThat(scores).extracting(BrandScore::brand).containsExactly("B", "A", "C");
        assertThat(scores).extracting(BrandScore::position).containsExactly(1, 2, 3);
        assertThat(scores)
                .allSatisfy(
                        score ->
                                assertThat(Arrays.stream(score.parts()).sum())
                                        .isCloseTo(score.score(), within(1e-12)));
    }

    @Test
    void namesTheCriterionThatMovedTheScore() {
        BrandDossier before = BrandDossier.of("A").withSatisfaction(0.2, 20);
        BrandDossier judged = before.scored(only(before));

        assertThat(only(judged).reason()).isEqualTo("unchanged");
        assertThat(only(judged.withSatisfaction(0.8, 20)).reason())
                .isEqualTo("satisfaction moved it by +0.060, rating 0.35 to 0.65");
    }

    @Test
    void sharesOfAttentionAreHeldAgainstTheMeanBrand() {
        List<BrandScore> scores =
                JUDGE.judge(
                        DAY,
                        List.of(
                                BrandDossier.of("A").with(seen("A", 3_000_000)),
                                BrandDossier.of("B").with(seen("B", 1_000_000))),
                        WEIGHTS);

        // Shares 0.75 and 0.25 of two brands: 1.5 / 2.5 and 0.5 / 1.5; on the scale of two brands,
        // 0.4666667 and 0.1333333 x 0.2886751 / sqrt((2 x 0.1333333^2 + 10 / 12) / 12) around it.
        assertThat(scores.get(0).ratings()[BrandCriterion.AWARENESS.index()])
                .isCloseTo(0.6097064, within(1e-4));
        assertThat(scores.get(1).ratings()[BrandCriterion.AWARENESS.index()])
                .isCloseTo(0.3236273, within(1e-4));
    }

    private static BrandScore only(BrandDossier dossier) {
        return JUDGE.judge(DAY, List.of(dossier), WEIGHTS).get(0);
    }

    private static BrandFigures seen(String brand, double attention) {
        double[] sums = new double[BrandEvidence.values().length];
        sums[BrandEvidence.VIEWS.index()] = attention;
        return new BrandFigures(brand, DAY, "toys", sums, 0, null, 0, 0, Double.NaN);
    }

    private static BrandOffer offer() {
        return new BrandOffer(
                "o",
                Instant.EPOCH,
                "test",
                "A",
                "toys",
                "S",
                5,
                new BigDecimal("5.00"),
                new BigDecimal("10.00"),
                "EUR",
                0.4,
                100,
                14);
    }
}
