package io.quartermaster.domain.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DemandEffectsTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);

    @Test
    void withoutShowingsNothingIsLearntOfThem() {
        DemandEffects effects = DemandEffects.prior();
        for (int day = 0; day < 100; day++) {
            effects = effects.update(5, 0.01, DemandEffects.covariates(0, 0, 10, 10), 9);
        }
        assertThat(effects).isEqualTo(effects.update(5, 0.01, new double[3], 9));
        assertThat(effects.shownFactor(20)).isEqualTo(1);
    }

    /**
     * One day by hand: μ = 5, x = ln 2, P = 0.04, so the gain is 0.04 x 5 / (25 (0.04 x² + 0.4) +
     * 5).
     */
    @Test
    void oneDayMovesTheEffectByTheGain() {
        double x = Math.log(2);
        double gain = 0.04 * x * 5 / (25 * (0.04 * x * x + 0.4) + 5);
        DemandEffects effects =
                DemandEffects.prior().update(5, 0, DemandEffects.covariates(1, 0, 0, 0), 8);
        assertThat(effects.effects()[DemandEffects.SHOWN]).isCloseTo(3 * gain, within(1e-12));
        assertThat(effects.covariance()[0]).isCloseTo(0.04 - gain * 5 * 0.04 * x, within(1e-12));
    }

    @Test
    void showingTakesNoDemandAway() {
        DemandEffects effects = DemandEffects.prior();
        for (int day = 0; day < 50; day++) {
            effects = effects.update(5, 0.01, DemandEffects.covariates(10, 0, 10, 10), 1);
        }
        assertThat(effects.effects()[DemandEffects.SHOWN]).isNegative();
        assertThat(effects.shownFactor(10)).isEqualTo(1);
    }

    /**
     * Wanted (1 + shown)^0.2, e^0.3 on promotion and price^-1.5 times 6; forty items, fixed seed.
     */
    @Test
    void tellsShowingPromotionAndPriceApart() {
        DemandEffects effects = simulate(0.2, new BaseLevel[40], 300);
        assertThat(effects.effects()[0]).isCloseTo(0.2, within(0.04));
        assertThat(effects.effects()[1]).isCloseTo(0.3, within(0.12));
        assertThat(effects.effects()[2]).isCloseTo(-1.5, within(0.4));
    }

    /** The same items, shown or not: what is pushed is not learnt as demand. */
    @Test
    void pushingAnItemDoesNotRaiseItsLaterBase() {
        BaseLevel[] pushed = new BaseLevel[40];
        BaseLevel[] left = new BaseLevel[40];
        simulate(0.2, pushed, 300);
        simulate(0, left, 300);
        assertThat(meanLevel(pushed) / meanLevel(left)).isCloseTo(1, within(0.05));
    }

    private static double meanLevel(BaseLevel[] levels) {
        double sum = 0;
        for (BaseLevel level : levels) {
            sum += level.level() / levels.length;
        }
        return sum;
    }

    /** Shown 12 times a day in one week of four, if there is an effect to show. */
    private static DemandEffects simulate(double power, BaseLevel[] levels, int days) {
        Random random = new Random(7);
        DemandEffects effects = DemandEffects.prior();
        for (int day = 0; day < days; day++) {
            for (int item = 0; item < levels.length; item++) {
                BaseLevel level = levels[item] == null ? BaseLevel.NOTHING : levels[item];
                boolean isShown = power > 0 && (day / 7 + item) % 4 == 0;
                boolean isPromoted = (day / 5 + item) % 6 == 0;
                double price = (day / 9 + item) % 4 == 0 ? 8 : 10;
                double mean =
                        6
                                * Math.pow(isShown ? 13 : 1, power)
                                * (isPromoted ? Math.exp(0.3) : 1)
                                * Math.pow(price / 10, -1.5);
                int units = poisson(random, mean);
                DemandWindow window =
                        window(item, day, units, price, isPromoted ? 1 : 0, isShown ? 12 : 0);
                effects = level.teach(effects, window);
                levels[item] = level.with(effects, window);
            }
        }
        return effects;
    }

    private static DemandWindow window(
            int item, int day, long units, double price, double promotion, long shown) {
        return new DemandWindow(
                "item " + item,
                "main",
                FIRST.plusDays(day),
                units,
                price,
                promotion,
                false,
                0,
                0,
                0,
                "",
                (double) units,
                (double) units,
                shown,
                (double) units,
                0,
                0,
                Instant.EPOCH);
    }

    /** Knuth's product of uniforms. */
    private static int poisson(Random random, double mean) {
        double limit = Math.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble(); product > limit; count++) {
            product *= random.nextDouble();
        }
        return count;
    }
}
