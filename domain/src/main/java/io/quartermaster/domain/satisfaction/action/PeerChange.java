package io.quartermaster.domain.satisfaction.action;

/**
 * Changes of several entities taken together, each known with an error of its own: they differ
 * truly with variance tau^2 around a mean (random effects; DerSimonian and Laird 1986). The error
 * of the mean is widened where changes differ more than both tell (Hartung and Knapp 2001, never
 * narrowed).
 *
 * @param entities how many
 * @param mean of the true changes
 * @param spread tau^2, variance of the true changes
 * @param meanVariance squared standard error of the mean
 */
public record PeerChange(int entities, double mean, double spread, double meanVariance) {

    /** Fewer entities say nothing of how changes differ. */
    public static final int LEAST = 3;

    /**
     * Of some changes.
     *
     * @param variances squared standard errors, above 0
     */
    public static PeerChange of(double[] changes, double[] variances) {
        double weights = 0;
        double squares = 0;
        for (double variance : variances) {
            weights += 1 / variance;
            squares += 1 / (variance * variance);
        }
        double fixed = mean(changes, variances, 0);
        double q = scatter(changes, variances, 0, fixed);
        int freedom = changes.length - 1;
        double spread = freedom < 1 ? 0 : (q - freedom) / (weights - squares / weights);
        spread = Math.max(0, spread);
        double mean = mean(changes, variances, spread);
        double wider = freedom < 1 ? 1 : scatter(changes, variances, spread, mean) / freedom;
        double inverse = 0;
        for (double variance : variances) {
            inverse += 1 / (variance + spread);
        }
        return new PeerChange(changes.length, mean, spread, Math.max(1, wider) / inverse);
    }

    private static double mean(double[] changes, double[] variances, double spread) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < changes.length; i++) {
            sum += changes[i] / (variances[i] + spread);
            weights += 1 / (variances[i] + spread);
        }
        return sum / weights;
    }

    private static double scatter(
            double[] changes, double[] variances, double spread, double mean) {
        double sum = 0;
        for (int i = 0; i < changes.length; i++) {
            double off = changes[i] - mean;
            sum += off * off / (variances[i] + spread);
        }
        return sum;
    }

    /**
     * One entity's change drawn towards the mean, by how little is known of it (Morris 1983); as it
     * is among fewer than {@value #LEAST}.
     *
     * @return change and its squared standard error
     */
    public double[] drawn(double change, double variance) {
        if (entities < LEAST) {
            return new double[] {change, variance};
        }
        double towards = variance / (variance + spread);
        return new double[] {
            change + towards * (mean - change),
            (1 - towards) * variance + towards * towards * meanVariance
        };
    }
}
