package io.quartermaster.domain.event.generator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * What views, favourites and carts can lower pinball loss by at most: that of one who knows every
 * true mean and the dispersion, with and without the counts of the eve, summed exactly over all
 * that may come. The counts together are Poisson, and their rate takes in the next day's demand and
 * of no later day; so what they tell is of the first of fourteen days.
 */
class BehaviourWorthTest {

    private static final double[] LEVELS = {0.1, 0.5, 0.9};
    private static final double ACTIONS_PER_UNIT = 0.45 + 0.08 + 0.2;
    private static final int MOST_UNITS = 60;
    private static final int MOST_ACTIONS = 60;
    private static final int EVE = 376;
    private static final int HORIZON = 14;

    @Test
    void tellsOfTheNextDayAloneAndSoIsWorthAHundredthOfAFortnight() {
        MarketplaceOptions options = MarketplaceOptions.defaults();
        double told = 0;
        double untold = 0;
        double later = 0;
        for (int index = 0; index < options.skus(); index++) {
            BrandProfile brand = BrandProfile.of(options, index % options.brands());
            SkuProfile sku = SkuProfile.of(options, index, brand);
            DemandModel model = new DemandModel(options, sku);
            int last = model.units(0)[EVE];
            double known = 0.3 * last + 0.2 * model.mean(0, EVE);
            double[] next = chances(model.mean(0, EVE + 1), sku.size());
            untold += loss(next);
            for (int actions = 0; actions < MOST_ACTIONS; actions++) {
                told += loss(given(actions, known, next));
            }
            for (int day = 2; day <= HORIZON; day++) {
                later += loss(chances(model.mean(0, EVE + day), sku.size()));
            }
        }
        assertThat(told / untold).isBetween(0.82, 0.9);
        assertThat((told + later) / (untold + later)).isBetween(0.985, 0.995);
    }

    /** Chances of each count under a negative binomial. */
    private static double[] chances(double mean, double size) {
        double[] chances = new double[MOST_UNITS];
        chances[0] = Math.pow(size / (mean + size), size);
        for (int units = 1; units < MOST_UNITS; units++) {
            chances[units] =
                    chances[units - 1] * (units - 1 + size) / units * (mean / (mean + size));
        }
        return chances;
    }

    /** Chances of each count and of so many actions together. */
    private static double[] given(int actions, double known, double[] next) {
        double[] both = new double[MOST_UNITS];
        for (int units = 0; units < MOST_UNITS; units++) {
            both[units] = next[units] * poisson(actions, ACTIONS_PER_UNIT * (known + 0.5 * units));
        }
        return both;
    }

    private static double poisson(int count, double mean) {
        double chance = Math.exp(-mean);
        for (int i = 1; i <= count; i++) {
            chance *= mean / i;
        }
        return chance;
    }

    /** Pinball loss of the best quantiles, over all levels, weighed by the chances. */
    private static double loss(double[] chances) {
        double all = 0;
        for (double chance : chances) {
            all += chance;
        }
        double loss = 0;
        for (double level : LEVELS) {
            int quantile = 0;
            for (double below = chances[0]; below < level * all && quantile < MOST_UNITS - 1; ) {
                below += chances[++quantile];
            }
            for (int units = 0; units < MOST_UNITS; units++) {
                double off = units - quantile;
                loss += chances[units] * Math.max(level * off, (level - 1) * off);
            }
        }
        return loss;
    }
}
