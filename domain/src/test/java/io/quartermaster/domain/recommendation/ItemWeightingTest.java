package io.quartermaster.domain.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ItemWeightingTest {

    /** Of 10 users 4 have i, 9 have j, 3 have both; 2 of 10 have an item on average. */
    private static final PairCounts PAIR = PairCounts.ofPurchases(3, 4, 9, 10, 2);

    /**
     * By hand: 3 / 6; 3 / (4 + 9 - 3); 3 / 4; 0.75 ln(19 / 9) = 0.75 * 0.747214; ln(1 + 1.5 / 9.5)
     * = 0.146603, 6.6 / (3 + 1.2 (0.25 + 0.75 * 2)) = 6.6 / 5.1 = 1.294118.
     */
    @ParameterizedTest
    @CsvSource({
        "COSINE, 0.5",
        "JACCARD, 0.3",
        "CONDITIONAL_PROBABILITY, 0.75",
        "TF_IDF, 0.560411",
        "BM25, 0.189722"
    })
    void weighsPurchases(ItemWeighting weighting, double byHand) {
        assertThat(weighting.weight(PAIR)).isCloseTo(byHand, within(1e-6));
    }

    /** Ratings (2, 1), (1, 3) and (0, 2) of i and j: dot 5, squares 5 and 14. */
    @ParameterizedTest
    @CsvSource({
        "COSINE, 0.597614",
        "JACCARD, 0.357143",
        "CONDITIONAL_PROBABILITY, 1",
    })
    void weighsRatings(ItemWeighting weighting, double byHand) {
        PairCounts rated = new PairCounts(2, 5, 5, 14, 3, 9.5);
        assertThat(weighting.weight(rated)).isCloseTo(byHand, within(1e-6));
    }

    /** Two users' word beside three makes 3 / 5. */
    @ParameterizedTest
    @EnumSource(ItemWeighting.class)
    void countsTheWordOfFewLess(ItemWeighting weighting) {
        assertThat(weighting.weight(PAIR, 2))
                .isCloseTo(0.6 * weighting.weight(PAIR), within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(ItemWeighting.class)
    void isNothingWhereThereIsNothingInCommon(ItemWeighting weighting) {
        assertThat(weighting.weight(PairCounts.ofPurchases(0, 0, 9, 10, 2))).isZero();
        assertThat(weighting.weight(PairCounts.ofPurchases(0, 4, 9, 10, 2), 5)).isZero();
    }

    @ParameterizedTest
    @EnumSource(ItemWeighting.class)
    void staysPositiveWhereEverybodyHasTheOther(ItemWeighting weighting) {
        assertThat(weighting.weight(PairCounts.ofPurchases(4, 4, 10, 10, 2))).isPositive();
    }

    @Test
    void refusesSumsThatCannotBe() {
        assertThatThrownBy(() -> PairCounts.ofPurchases(-1, 4, 9, 10, 2))
                .hasMessageStartingWith("The sums of a pair (common -1, dot -1.0, own 4.0,");
        assertThatThrownBy(() -> PairCounts.ofPurchases(1, 4, 9, 0, 2))
                .hasMessageStartingWith("The number of users (0) must be 1 or more");
        assertThatThrownBy(() -> ItemWeighting.COSINE.weight(PAIR, -1))
                .hasMessage("The shrinkage (-1.0) must be 0 or more users.");
    }
}
