package io.quartermaster.domain.demand;

/**
 * What showing an item, a promotion and its price do to its demand, learnt over the items of a
 * category:
 *
 * <pre>
 * wanted = base · (1 + shown)^b0 · exp(b1 · promotion) · (price / usual price)^b2
 * </pre>
 *
 * <p>A dynamic generalised linear model of counts with log link (West, Harrison and Migon 1985; the
 * extended Kalman form of Fahrmeir 1992): with μ what is expected, x the covariates and P the
 * covariance of b, one day moves b by P x μ / (μ² (x'Px + v) + μ + a μ²) times units less μ. A base
 * that is not surely known (v, its relative variance) teaches less. Few days leave b near the prior
 * (b1 = 0, b2 = -1, b0 = 0): so a category that shows nothing learns nothing of showing.
 *
 * @param effects b0 to b2
 * @param covariance P [3 · 3], row by row
 */
public record DemandEffects(double[] effects, double[] covariance) {

    /** Number of effects. */
    public static final int COUNT = 3;

    /** Index of the effect of showing. */
    public static final int SHOWN = 0;

    private static final double DISPERSION = 0.4;
    private static final double MOST = 5;
    private static final double[] PRIOR = {0, 0, -1};
    private static final double[] PRIOR_VARIANCE = {0.04, 0.09, 0.5};

    /** Before any day. */
    public static DemandEffects prior() {
        double[] covariance = new double[COUNT * COUNT];
        for (int i = 0; i < COUNT; i++) {
            covariance[i * COUNT + i] = PRIOR_VARIANCE[i];
        }
        return new DemandEffects(PRIOR.clone(), covariance);
    }

    /**
     * Covariates of a day.
     *
     * @param usualPrice 0 where none is known
     */
    public static double[] covariates(
            long shown, double promotion, double price, double usualPrice) {
        return new double[] {
            Math.log1p((double) shown),
            promotion,
            price > 0 && usualPrice > 0 ? Math.log(price / usualPrice) : 0
        };
    }

    /** What covariates multiply the base by. */
    public double factor(double[] covariates) {
        double sum = 0;
        for (int i = 0; i < COUNT; i++) {
            sum += effects[i] * covariates[i];
        }
        return Math.exp(Math.max(-MOST, Math.min(MOST, sum)));
    }

    /** What showing alone multiplies the base by, 1 or more: it takes no demand away. */
    public double shownFactor(long shown) {
        return Math.max(1, Math.exp(Math.min(MOST, effects[SHOWN] * Math.log1p((double) shown))));
    }

    /**
     * With what a day taught.
     *
     * @param base expected without any of it, from the days before
     * @param baseVariance its relative variance
     * @param units wanted
     */
    public DemandEffects update(
            double base, double baseVariance, double[] covariates, double units) {
        double mean = base * factor(covariates);
        double[] gain = new double[COUNT];
        double spread = 0;
        for (int i = 0; i < COUNT; i++) {
            for (int j = 0; j < COUNT; j++) {
                gain[i] += covariance[i * COUNT + j] * covariates[j];
            }
        }
        for (int i = 0; i < COUNT; i++) {
            spread += covariates[i] * gain[i];
        }
        if (spread == 0 || mean <= 0) {
            return this;
        }
        double variance = mean * mean * (spread + baseVariance + DISPERSION) + mean;
        double[] next = effects.clone();
        double[] left = covariance.clone();
        for (int i = 0; i < COUNT; i++) {
            next[i] += gain[i] * mean / variance * (units - mean);
            for (int j = 0; j < COUNT; j++) {
                left[i * COUNT + j] -= gain[i] * gain[j] * mean * mean / variance;
            }
        }
        return new DemandEffects(next, left);
    }
}
