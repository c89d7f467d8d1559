package io.quartermaster.domain.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RatingScaleTest {

    private static final double N0 = 20;

    @Test
    void leavesTheMeasureOfTheOnlyBrandAsItIs() {
        RatingScale scale = scale(measured(0.83, 500));

        assertThat(scale.rating(0.83)).isCloseTo(0.83, within(1e-12));
    }

    @Test
    void spreadsTwoBrandsHardly() {
        RatingScale scale = scale(measured(0.4, 20), measured(0.6, 20));

        // e = 1/2 each: s^2 = (2 x 0.5 x 0.01 + 10 / 12) / (1 + 10) = 0.0766667.
        assertThat(scale.mean()).isCloseTo(0.5, within(1e-12));
        assertThat(scale.spread()).isCloseTo(0.2768875, within(1e-7));
        // 0.1 x 0.2886751 / 0.2768875.
        assertThat(scale.rating(0.6)).isCloseTo(0.6042573, within(1e-7));
        assertThat(scale.rating(0.4)).isCloseTo(0.3957427, within(1e-7));
    }

    @Test
    void spreadsManyBrandsThatLieCloseTogetherOverTheScale() {
        List<LiveRatings> market = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            market.add(measured(i % 2 == 0 ? 0.70 : 0.74, 180));
        }

        RatingScale scale = RatingScale.of(BrandCriterion.SATISFACTION, market, N0);

        // e = 0.9: s^2 = (200 x 0.9 x 0.0004 + 10 / 12) / (180 + 10), so 0.72 + 0.0836 for 0.74.
        assertThat(scale.spread()).isCloseTo(Math.sqrt((0.072 + 10 / 12.0) / 190), within(1e-12));
        assertThat(scale.rating(0.74)).isCloseTo(0.8036396, within(1e-7));
    }

    @Test
    void countsABrandByItsEvidence() {
        RatingScale scale = scale(measured(0.2, 20), measured(0.8, 60));

        // e = 1/2 and 3/4: m = (0.1 + 0.6) / 1.25.
        assertThat(scale.mean()).isCloseTo(0.56, within(1e-12));
    }

    @Test
    void passesOverBrandsOfWhichNothingWasMeasured() {
        RatingScale scale = scale(measured(0.3, 20), measured(Double.NaN, 0));

        assertThat(scale).isEqualTo(scale(measured(0.3, 20)));
    }

    @Test
    void keepsRatingsWithinTheScale() {
        LiveRatings[] market = new LiveRatings[100];
        Arrays.fill(market, measured(0.95, 1e9));
        market[0] = measured(0.05, 1e9);

        RatingScale scale = scale(market);

        assertThat(scale.rating(0.05)).isZero();
        assertThat(scale.rating(1)).isEqualTo(1);
    }

    private static RatingScale scale(LiveRatings... market) {
        return RatingScale.of(BrandCriterion.SATISFACTION, List.of(market), N0);
    }

    private static LiveRatings measured(double measure, double count) {
        double[] ratings = new double[BrandCriterion.values().length];
        Arrays.fill(ratings, Double.NaN);
        double[] counts = new double[ratings.length];
        ratings[BrandCriterion.SATISFACTION.index()] = measure;
        counts[BrandCriterion.SATISFACTION.index()] = count;
        return new LiveRatings(ratings, counts);
    }
}
