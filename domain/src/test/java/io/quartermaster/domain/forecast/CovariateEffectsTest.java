package io.quartermaster.domain.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CovariateEffectsTest {

    private static final List<CovariateKind> KINDS =
            List.of(CovariateKind.PRICE, CovariateKind.EVENT);
    private static final double ELASTICITY = -2;
    private static final double LIFT = 0.7;

    private final double[][] rows = new double[200][2];
    private final double[] values = new double[200];

    CovariateEffectsTest() {
        Random random = new Random(5);
        for (int step = 0; step < values.length; step++) {
            rows[step][0] = random.nextInt(4) == 0 ? 8 : 10 + random.nextInt(2);
            rows[step][1] = random.nextInt(5) == 0 ? 1 : 0;
            double noise = Math.exp(0.05 * random.nextGaussian());
            values[step] = 500 * multiplier(rows[step][0], rows[step][1]) * noise;
        }
    }

    private static double multiplier(double price, double promotion) {
        return Math.pow(price / 10, ELASTICITY) * Math.exp(LIFT * promotion);
    }

    @Test
    void findsThePowerOfThePriceAndTheFactorOfAPromotion() {
        CovariateEffects effects = CovariateEffects.fit(values, rows, KINDS, 1);
        assertThat(ratio(effects, 8, 0)).isCloseTo(multiplier(8, 0), within(0.08));
        assertThat(ratio(effects, 10, 1)).isCloseTo(multiplier(10, 1), within(0.08));
    }

    /** What 500 at the usual price becomes; effects act on demand and its shift together. */
    private static double ratio(CovariateEffects effects, double price, double promotion) {
        double shifted = 500 + effects.shift();
        double ratio =
                effects.effect(new double[] {price, promotion})
                        / effects.effect(new double[] {10, 0});
        return (shifted * ratio - effects.shift()) / 500;
    }

    @Test
    void theBaseIsWithoutEffectsAndGetsThemBack() {
        CovariateEffects effects = CovariateEffects.fit(values, rows, KINDS, 1);
        double[] base = effects.base(values, rows);
        assertThat(spread(base)).isLessThan(0.35 * spread(values));
        double[] levels = {0.5};
        HorizonForecast back =
                effects.restored(new HorizonForecast(base, levels, new double[][] {base}), rows);
        assertThat(back.mean()).containsExactly(values, within(1e-3));
        assertThat(back.quantile(0.5)).containsExactly(values, within(1e-3));
    }

    @Test
    void whatNeverChangesOrIsNotKnownHasNoEffect() {
        double[][] same = new double[values.length][];
        Arrays.fill(same, new double[] {5, 1});
        CovariateEffects effects = CovariateEffects.fit(values, same, KINDS, 7);
        assertThat(effects.effect(new double[] {1, 0})).isEqualTo(1);
        CovariateEffects known = CovariateEffects.fit(values, rows, KINDS, 7);
        assertThat(known.effect(new double[] {Double.NaN, Double.NaN})).isEqualTo(1);
        assertThat(known.effect(new double[] {0, Double.NaN})).isEqualTo(1);
    }

    @Test
    void valuesThatAreMissingOrZeroDoNoHarm() {
        values[3] = Double.NaN;
        values[9] = 0;
        CovariateEffects effects = CovariateEffects.fit(values, rows, KINDS, 7);
        assertThat(effects.weights()).doesNotContain(Double.NaN).hasSize(2);
        assertThat(effects.weights()[0]).isNegative();
        assertThat(effects.weights()[1]).isPositive();
        CovariateEffects zeros = CovariateEffects.fit(new double[200], rows, KINDS, 7);
        assertThat(zeros.effect(rows[0])).isCloseTo(1, within(1e-9));
    }

    @Test
    void columnsAreToldApartByTheirNames() {
        assertThat(CovariateKind.of("price")).isEqualTo(CovariateKind.PRICE);
        assertThat(CovariateKind.of("price7")).isEqualTo(CovariateKind.OTHER_PRICE);
        assertThat(CovariateKind.of("feat")).isEqualTo(CovariateKind.EVENT);
    }

    /** 14 steps of promotions and cuts that are announced, against the same steps without. */
    @Test
    void aForecastKnowsWhatIsAnnounced() {
        int kept = 186;
        double[] past = Arrays.copyOf(values, kept);
        double[] levels = {0.1, 0.9};
        KnownAhead ahead =
                new KnownAhead(
                        KINDS, Arrays.copyOf(rows, kept), Arrays.copyOfRange(rows, kept, 200));
        double[] none = new double[kept];
        double[] known = SeriesRegression.forecast(past, none, ahead, 7, 14, levels).mean();
        double[] masked =
                SeriesRegression.forecast(past, none, KnownAhead.none(), 7, 14, levels).mean();
        double[] actuals = Arrays.copyOfRange(values, kept, 200);
        assertThat(ForecastAccuracy.meanAbsoluteError(known, actuals))
                .isLessThan(0.4 * ForecastAccuracy.meanAbsoluteError(masked, actuals));
    }

    private static double spread(double[] values) {
        return Math.sqrt(SeriesStatistics.autocovariance(values, 0));
    }
}
