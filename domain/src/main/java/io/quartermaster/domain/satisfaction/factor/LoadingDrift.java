package io.quartermaster.domain.satisfaction.factor;

/**
 * How far loadings have moved from those of an earlier time.
 *
 * @param congruence least of Tucker's (1951) coefficients sum xy / sqrt(sum x^2 sum y^2) of factors
 *     that belong together, -1 to 1; 0 where their number differs
 */
public record LoadingDrift(double congruence) {

    /** Below it factors are not the same (Lorenzo-Seva and ten Berge 2006: above 0.95 equal). */
    public static final double ALIKE = 0.85;

    /**
     * Compares loadings, by column and factor. Each factor of the first is paired with the free one
     * of the second that is most like it, whatever the sign.
     */
    public static LoadingDrift of(double[][] before, double[][] after) {
        if (before.length != after.length || before[0].length != after[0].length) {
            return new LoadingDrift(0);
        }
        int k = before[0].length;
        boolean[] used = new boolean[k];
        double least = 1;
        for (int m = 0; m < k; m++) {
            int best = -1;
            double most = -1;
            for (int l = 0; l < k; l++) {
                double alike = used[l] ? -1 : Math.abs(congruence(before, m, after, l));
                best = alike > most ? l : best;
                most = Math.max(most, alike);
            }
            used[best] = true;
            least = Math.min(least, most);
        }
        return new LoadingDrift(least);
    }

    private static double congruence(double[][] before, int m, double[][] after, int l) {
        double both = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < before.length; i++) {
            both += before[i][m] * after[i][l];
            first += before[i][m] * before[i][m];
            second += after[i][l] * after[i][l];
        }
        return first == 0 || second == 0 ? 0 : both / Math.sqrt(first * second);
    }

    /** Whether the factors are no longer the same. */
    public boolean alarms(double leastCongruence) {
        return congruence < leastCongruence;
    }
}
