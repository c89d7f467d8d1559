package io.quartermaster.domain.satisfaction.factor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Factor analysis: R = L Phi L' + diag(psi).
 *
 * @param names of the p columns
 * @param loadings L by column and factor, the factor that explains most first; those of a factor
 *     sum to no less than 0
 * @param uniquenesses psi, 0.005 to 1
 * @param factorCorrelations Phi, the identity but after promax
 * @param statistic of the test that so few factors suffice, (n - 1 - (2 p + 5) / 6 - 2 k / 3) f
 *     (Bartlett 1951); NaN but for maximum likelihood
 * @param degrees of freedom, ((p - k)^2 - p - k) / 2
 * @param pValue chance of so large a statistic where they suffice; NaN like it
 * @param notes what was repaired, a sentence each
 */
public record FactorAnalysis(
        List<String> names,
        double[][] loadings,
        double[] uniquenesses,
        double[][] factorCorrelations,
        double statistic,
        int degrees,
        double pValue,
        List<String> notes) {

    /**
     * Extracts and turns factors.
     *
     * @param factors k, 1 or more and fewer than columns; maximum likelihood asks for degrees of
     *     freedom of 0 or more
     * @throws IllegalArgumentException when so many factors cannot be told, or maximum likelihood
     *     meets a singular matrix
     */
    public static FactorAnalysis of(
            CorrelationMatrix correlation,
            int factors,
            FactorMethod method,
            FactorRotation rotation) {
        int p = correlation.names().size();
        int degrees = degrees(p, factors);
        boolean likelihood = method == FactorMethod.MAXIMUM_LIKELIHOOD;
        if (factors < 1 || factors >= p || (likelihood && degrees < 0)) {
            throw tooMany(p, factors, likelihood);
        }
        Extraction extraction = method.extract(correlation, factors);
        List<String> notes = new ArrayList<>(extraction.notes());
        if (degrees < 0) {
            notes.add(
                    "%d columns do not determine %d factors: other loadings fit as well. Maybe fewer factors or more columns."
                            .formatted(p, factors));
        }
        FactorRotation.Turned turned = rotation.turn(extraction.loadings());
        Matrix inverse = turned.transform().inverse();
        Matrix correlations = inverse.times(inverse.transposed());
        double statistic =
                likelihood
                        ? statistic(correlation, extraction.uniquenesses(), factors)
                        : Double.NaN;
        return inOrder(turned.loadings(), correlations)
                .with(correlation.names(), extraction.uniquenesses(), statistic, degrees, notes);
    }

    private static double statistic(
            CorrelationMatrix correlation, double[] uniquenesses, int factors) {
        int p = uniquenesses.length;
        double by = correlation.rows() - 1 - (2 * p + 5) / 6.0 - 2 * factors / 3.0;
        return by * MaximumLikelihood.discrepancy(correlation.values(), uniquenesses, factors);
    }

    /** The most factors that columns determine: degrees of freedom of 0 or more; may be 0. */
    public static int most(int columns) {
        int most = 0;
        while (degrees(columns, most + 1) >= 0 && most + 1 < columns) {
            most++;
        }
        return most;
    }

    private static int degrees(int columns, int factors) {
        int rest = columns - factors;
        return Math.floorDiv(rest * rest - columns - factors, 2);
    }

    private static IllegalArgumentException tooMany(int p, int factors, boolean likelihood) {
        int most = likelihood ? most(p) : p - 1;
        return new IllegalArgumentException(
                "The number of factors (%d) does not suit %d columns.\nMaybe %s."
                        .formatted(
                                factors,
                                p,
                                most < 1
                                        ? "principal-axis, or more columns"
                                        : most == 1 ? "1" : "1 to " + most));
    }

    /** Factors by the variance that they account for, each with its sign. */
    private static FactorAnalysis inOrder(Matrix loadings, Matrix correlations) {
        int k = loadings.columns();
        double[][] accounted = correlations.times(loadings.transposed().times(loadings)).values();
        int[] order =
                IntStream.range(0, k)
                        .boxed()
                        .sorted(
                                Comparator.comparingDouble((Integer m) -> accounted[m][m])
                                        .reversed())
                        .mapToInt(Integer::intValue)
                        .toArray();
        double[] signs = new double[k];
        for (int m = 0; m < k; m++) {
            double sum = 0;
            for (double[] row : loadings.values()) {
                sum += row[order[m]];
            }
            signs[m] = sum < 0 ? -1 : 1;
        }
        double[][] sorted = new double[loadings.rows()][k];
        double[][] phi = new double[k][k];
        for (int m = 0; m < k; m++) {
            for (int i = 0; i < sorted.length; i++) {
                sorted[i][m] = signs[m] * loadings.values()[i][order[m]];
            }
            for (int l = 0; l < k; l++) {
                phi[m][l] = signs[m] * signs[l] * correlations.values()[order[m]][order[l]];
            }
        }
        return new FactorAnalysis(List.of(), sorted, new double[0], phi, 0, 0, 0, List.of());
    }

    private FactorAnalysis with(
            List<String> ofColumns,
            double[] psi,
            double ofFit,
            int freedom,
            List<String> repaired) {
        double chance = Double.isNaN(ofFit) ? Double.NaN : ChiSquare.survival(ofFit, freedom);
        return new FactorAnalysis(
                ofColumns,
                loadings,
                psi,
                factorCorrelations,
                ofFit,
                freedom,
                chance,
                List.copyOf(repaired));
    }

    /** Number of factors, k. */
    public int factors() {
        return factorCorrelations.length;
    }
}
