package io.quartermaster.domain.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SatisfactionCauseTest {

    private static final SatisfactionRules RULES = SatisfactionRules.standard();
    private static final SatisfactionScoring SCORING = new SatisfactionScoring(RULES);
    private static final int RETURNS = SatisfactionIndicator.RETURNS.index();

    /** Fewer returns in each category, more in all: sales moved to the one that is sent back. */
    @Test
    void doesNotTakeAShiftOfSalesForMoreReturns() {
        Map<String, double[]> before =
                Map.of("books", sales(900, 0.01), "clothes", sales(100, 0.16));
        Map<String, double[]> after =
                Map.of("books", sales(100, 0.005), "clothes", sales(900, 0.15));

        SatisfactionCause cause = cause(before, after);

        assertThat(cause.change()).isNegative();
        assertThat(cause.levels()[RETURNS]).isPositive();
        // Both categories moved by 80 % of the sales and lie 7.125 % from the mean 8 %.
        assertThat(cause.mix()).isNegative();
        assertThat(cause.main()).startsWith("mix:");
        addsUp(cause);
    }

    @Test
    void saysWhichIndicatorDidIt() {
        SatisfactionCause cause =
                cause(Map.of("books", sales(100, 0.02)), Map.of("books", sales(100, 0.1)));

        assertThat(cause.main()).isEqualTo("returns");
        assertThat(cause.mix()).isZero();
        assertThat(cause.levels()[RETURNS]).isCloseTo(cause.change(), within(1e-12));
    }

    @Test
    void partsAddUpWhateverHappens() {
        Random random = new Random(4);
        for (int turn = 0; turn < 300; turn++) {
            addsUp(cause(drawn(random), drawn(random)));
        }
    }

    private static void addsUp(SatisfactionCause cause) {
        assertThat(Arrays.stream(cause.levels()).sum() + cause.mix() + cause.weighting())
                .isCloseTo(cause.change(), within(1e-12));
    }

    private static SatisfactionCause cause(
            Map<String, double[]> before, Map<String, double[]> after) {
        return SatisfactionCause.of(time(1, before), time(2, after), RULES.worst());
    }

    private static SatisfactionCause.Time time(int day, Map<String, double[]> byCategory) {
        BetaPrior[] priors = SatisfactionScoring.noPriors();
        priors[RETURNS] = new BetaPrior(0.1, 20);
        double[] all = new double[Evidence.COUNT];
        byCategory.values().forEach(sums -> Arrays.setAll(all, i -> all[i] + sums[i]));
        return new SatisfactionCause.Time(
                LocalDate.of(2026, 1, day),
                RULES.weights(),
                SCORING.indicators(all, priors),
                priors,
                byCategory);
    }

    private static double[] sales(double units, double returned) {
        double[] sums = new double[Evidence.COUNT];
        sums[Evidence.ORDERED_UNITS.index()] = units;
        sums[Evidence.RETURNED_UNITS.index()] = units * returned;
        return sums;
    }

    private static Map<String, double[]> drawn(Random random) {
        Map<String, double[]> drawn = new HashMap<>();
        for (String category : new String[] {"a", "b", "c"}) {
            double[] sums = sales(1 + random.nextInt(50), 0.3 * random.nextDouble());
            sums[Evidence.PROMISES.index()] = random.nextInt(3);
            sums[Evidence.LATE.index()] = random.nextInt(2);
            sums[Evidence.RATINGS.index()] = random.nextInt(4);
            sums[Evidence.RATING_POINTS.index()] = 2 * random.nextDouble();
            if (random.nextInt(4) > 0) {
                drawn.put(category, sums);
            }
        }
        drawn.put("d", sales(5, 0.1));
        return drawn;
    }
}
