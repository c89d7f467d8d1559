package io.quartermaster.domain.satisfaction;

/**
 * What a rate is like among the entities of one category, so that few events are not taken for a
 * rate (empirical Bayes): an entity with x events in n trials has the rate (x + m s) / (n + s).
 *
 * @param mean m, 0 to 1
 * @param strength s, trials that the category is worth; 0 leaves rates as they are
 */
public record BetaPrior(double mean, double strength) {

    /** Rates as they are. */
    public static final BetaPrior NONE = new BetaPrior(0, 0);

    private static final double LEAST_ALIKE = 0.99;

    public BetaPrior {
        if (!(mean >= 0 && mean <= 1) || !(strength >= 0) || Double.isInfinite(strength)) {
            throw new IllegalArgumentException(
                    "The prior of mean (%s) and strength (%s) must be a rate of 0 to 1 and a number of trials.\nMaybe BetaPrior.of the category's counts."
                            .formatted(mean, strength));
        }
    }

    /**
     * The beta-binomial prior by moments (Kleinman 1973): with N = sum n_i, m = sum x_i / N and the
     * spread S = sum n_i (x_i / n_i - m)^2, the correlation inside an entity is rho = (S / (m (1 -
     * m)) - (k - 1)) / (N - sum n_i^2 / N - (k - 1)), and s = 1 / rho - 1, at most N. Where fewer
     * than two entities have trials, or all events or none happened, m is (sum x_i + 1/2) / (N + 1)
     * and s is 1.
     *
     * @param events x_i, 0 to n_i; need not be whole
     * @param trials n_i, 0 or more; need not be whole
     */
    public static BetaPrior of(double[] events, double[] trials) {
        PriorMoments moments = PriorMoments.of(1);
        for (int i = 0; i < events.length; i++) {
            moments = moments.plus(new double[] {events[i]}, new double[] {trials[i]});
        }
        return moments.prior(0);
    }

    /** The same from sums: k, x_i, n_i, n_i^2 and x_i^2 / n_i; S is the last less m sum x_i. */
    static BetaPrior of(
            double entities,
            double events,
            double trials,
            double trialSquares,
            double eventSquares) {
        double mean = trials > 0 ? Math.min(1, Math.max(0, events / trials)) : 0.5;
        if (entities < 2 || mean <= 0 || mean >= 1) {
            double count = Math.max(0, trials);
            double happened = Math.min(count, Math.max(0, events));
            return new BetaPrior((happened + 0.5) / (count + 1), 1);
        }
        double within = entities - 1;
        double between = trials - trialSquares / trials - within;
        double spread = eventSquares - mean * events;
        double alike = (spread / (mean * (1 - mean)) - within) / between;
        boolean unknown = !(between > 0) || !(alike > 1 / (trials + 1));
        return new BetaPrior(mean, unknown ? trials : 1 / Math.min(LEAST_ALIKE, alike) - 1);
    }

    /**
     * The rate of one entity.
     *
     * @return NaN where neither trials nor prior say anything
     */
    public double rate(double events, double trials) {
        return (events + mean * strength) / (trials + strength);
    }
}
