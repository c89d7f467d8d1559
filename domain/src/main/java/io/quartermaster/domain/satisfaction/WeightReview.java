package io.quartermaster.domain.satisfaction;

import io.quartermaster.domain.satisfaction.factor.LoadingDrift;
import java.util.Arrays;
import java.util.List;

/**
 * Weights made anew from what is known of all entities.
 *
 * @param weights in the order of {@link SatisfactionIndicator}, sum 1
 * @param method where they come from; given ones where there is too little to go by
 * @param rows entities behind them
 * @param factors number of factors, 0 but for factor analysis
 * @param kmo measure of sampling adequacy, NaN where not known
 * @param bartlettP chance of the correlations where nothing goes together, NaN where not known
 * @param loadings by indicator and factor, 0 of an indicator that takes no part
 * @param congruence with the loadings of reference, 1 if there were none, NaN without factors
 * @param alarm whether the factors are no longer those of reference
 * @param note what was repaired and what is doubtful, empty if nothing
 */
public record WeightReview(
        double[] weights,
        WeightMethod method,
        long rows,
        int factors,
        double kmo,
        double bartlettP,
        double[][] loadings,
        double congruence,
        boolean alarm,
        String note) {

    /**
     * How weights are reviewed.
     *
     * @param given weights where the method says so or there is too little to go by
     * @param leastRows entities that factor analysis and entropy ask for, at least 3
     * @param leastCongruence below it, loadings have drifted
     */
    public record Terms(
            WeightMethod method,
            double[] given,
            FactorSettings factor,
            int leastRows,
            double leastCongruence) {}

    /**
     * Reviews.
     *
     * @param reference earlier loadings in the same form, without rows if there are none
     */
    public static WeightReview of(SatisfactionPanel panel, Terms terms, double[][] reference) {
        long rows = panel.covariance().rows();
        if (terms.method == WeightMethod.GIVEN) {
            return given(terms, rows, "");
        }
        if (terms.method == WeightMethod.ENTROPY) {
            double most = Arrays.stream(panel.entropy().rows()).max().orElse(0);
            return most < terms.leastRows
                    ? given(terms, (long) most, tooFew((long) most, terms))
                    : new WeightReview(
                            panel.entropy().weights(),
                            WeightMethod.ENTROPY,
                            (long) most,
                            0,
                            Double.NaN,
                            Double.NaN,
                            new double[0][],
                            Double.NaN,
                            false,
                            "");
        }
        return rows < terms.leastRows || panel.columns().length == 0
                ? given(terms, rows, tooFew(rows, terms))
                : byFactors(panel, terms, reference);
    }

    private static String tooFew(long rows, Terms terms) {
        return "Entities that know every indicator: %d of %d asked for; the given weights hold. Maybe more history."
                .formatted(rows, terms.leastRows);
    }

    private static WeightReview given(Terms terms, long rows, String note) {
        return new WeightReview(
                terms.given,
                WeightMethod.GIVEN,
                rows,
                0,
                Double.NaN,
                Double.NaN,
                new double[0][],
                Double.NaN,
                false,
                note);
    }

    private static WeightReview byFactors(
            SatisfactionPanel panel, Terms terms, double[][] reference) {
        int[] columns = panel.columns();
        List<String> names =
                Arrays.stream(columns)
                        .mapToObj(i -> SatisfactionIndicator.values()[i].label())
                        .toList();
        FactorWeights found = FactorWeights.of(names, panel.covariance(), terms.factor);
        double[] weights = new double[SatisfactionIndicator.COUNT];
        for (int j = 0; j < columns.length; j++) {
            weights[columns[j]] = found.weights()[j];
        }
        double[][] loadings = loadings(found, names, columns);
        boolean compared = reference.length > 0 && loadings.length > 0;
        double congruence = compared ? LoadingDrift.of(reference, loadings).congruence() : 1;
        return new WeightReview(
                weights,
                WeightMethod.FACTOR,
                panel.covariance().rows(),
                loadings.length == 0 ? 0 : loadings[0].length,
                found.factorability() == null ? Double.NaN : found.factorability().kmo(),
                found.factorability() == null ? Double.NaN : found.factorability().pValue(),
                loadings,
                congruence,
                congruence < terms.leastCongruence,
                String.join(" ", found.notes()));
    }

    private static double[][] loadings(FactorWeights found, List<String> names, int[] columns) {
        if (found.analysis() == null) {
            return new double[0][];
        }
        double[][] loadings = new double[SatisfactionIndicator.COUNT][found.analysis().factors()];
        for (int j = 0; j < columns.length; j++) {
            int at = found.taking().indexOf(names.get(j));
            if (at >= 0) {
                loadings[columns[j]] = found.analysis().loadings()[at];
            }
        }
        return loadings;
    }
}
