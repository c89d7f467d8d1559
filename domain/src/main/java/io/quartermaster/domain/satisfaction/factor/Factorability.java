package io.quartermaster.domain.satisfaction.factor;

/**
 * Whether columns share enough for factor analysis.
 *
 * @param bartlett Bartlett's (1951) statistic of sphericity, -(n - 1 - (2 p + 5) / 6) ln |R|
 * @param degrees its degrees of freedom, p (p - 1) / 2
 * @param pValue chance of so large a statistic where no columns go together
 * @param kmo measure of sampling adequacy (Kaiser 1970): squared correlations over these and
 *     squared partial ones; below 0.5 unacceptable (Kaiser 1974)
 * @param kmoByColumn the same of each column
 */
public record Factorability(
        double bartlett, double degrees, double pValue, double kmo, double[] kmoByColumn) {

    /** Below it, Kaiser calls sampling adequacy unacceptable. */
    public static final double LEAST_KMO = 0.5;

    /**
     * Of a correlation matrix.
     *
     * @throws IllegalArgumentException when it is singular
     */
    public static Factorability of(CorrelationMatrix correlation) {
        int p = correlation.names().size();
        double[][] r = correlation.values();
        double[][] inverse = correlation.inverse().values();
        double logDeterminant = 0;
        for (double value : correlation.eigenvalues()) {
            logDeterminant += Math.log(value);
        }
        double statistic = -(correlation.rows() - 1 - (2 * p + 5) / 6.0) * logDeterminant;
        double degrees = p * (p - 1) / 2.0;
        double[] plain = new double[p];
        double[] partial = new double[p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                double q = inverse[i][j] * inverse[i][j] / (inverse[i][i] * inverse[j][j]);
                plain[i] += i == j ? 0 : r[i][j] * r[i][j];
                partial[i] += i == j ? 0 : q;
            }
        }
        return new Factorability(
                statistic,
                degrees,
                ChiSquare.survival(statistic, degrees),
                share(sum(plain), sum(partial)),
                shares(plain, partial));
    }

    private static double[] shares(double[] plain, double[] partial) {
        double[] shares = new double[plain.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = share(plain[i], partial[i]);
        }
        return shares;
    }

    private static double share(double plain, double partial) {
        return plain == 0 ? 0 : plain / (plain + partial);
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
