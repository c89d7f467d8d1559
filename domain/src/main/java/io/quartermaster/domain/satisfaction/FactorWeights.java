package io.quartermaster.domain.satisfaction;

import io.quartermaster.domain.satisfaction.factor.CorrelationMatrix;
import io.quartermaster.domain.satisfaction.factor.Covariance;
import io.quartermaster.domain.satisfaction.factor.FactorAnalysis;
import io.quartermaster.domain.satisfaction.factor.FactorMethod;
import io.quartermaster.domain.satisfaction.factor.Factorability;
import io.quartermaster.domain.satisfaction.factor.ParallelAnalysis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Weights by factor analysis (Nicoletti, Scarpetta and Boylaud 2000; OECD 2008, Handbook on
 * Constructing Composite Indicators, 6.1): each indicator counts on the factor that it loads on
 * most, w_i in proportion to max_m l_im^2. An indicator that is constant or missing for everybody
 * takes no part and weighs 0; where none takes part all weigh the same.
 *
 * @param weights sum 1, in the order of the indicators
 * @param taking indicators that take part
 * @param analysis of these, null where fewer than two take part
 * @param factorability of these, null like it or where their correlations are singular
 * @param notes what was repaired and what is doubtful, a sentence each
 */
public record FactorWeights(
        double[] weights,
        List<String> taking,
        FactorAnalysis analysis,
        Factorability factorability,
        List<String> notes) {

    private static final double DOUBT = 0.05;

    /** Rows of a random table: more would take long and hardly lower the thresholds. */
    private static final long MOST_ROWS = 2_000;

    /**
     * Of rows by entity and column by indicator, NaN where missing. Rows that miss an indicator
     * that others have are left out.
     *
     * @throws IllegalArgumentException when fewer than 3 whole rows are left
     */
    public static FactorWeights of(List<String> names, double[][] rows, FactorSettings settings) {
        List<String> notes = new ArrayList<>();
        int[] known = known(names, rows, notes);
        List<double[]> whole = new ArrayList<>();
        for (double[] row : rows) {
            double[] some = Arrays.stream(known).mapToDouble(j -> row[j]).toArray();
            if (Arrays.stream(some).noneMatch(Double::isNaN)) {
                whole.add(some);
            }
        }
        if (whole.size() < 3) {
            throw new IllegalArgumentException(
                    "The number of entities (%d of %d) without a missing value is too small for factor weights.\nMaybe at least 3, or --weights equal."
                            .formatted(whole.size(), rows.length));
        }
        if (whole.size() < rows.length) {
            notes.add(
                    "%d of %d entities miss a value and do not shape the weights. Maybe fill them."
                            .formatted(rows.length - whole.size(), rows.length));
        }
        return weigh(names, known, Covariance.of(known.length, whole), settings, notes);
    }

    /**
     * Of a covariance of the indicators.
     *
     * @throws IllegalArgumentException when it has fewer than 3 rows
     */
    public static FactorWeights of(
            List<String> names, Covariance covariance, FactorSettings settings) {
        int[] all = IntStream.range(0, names.size()).toArray();
        return weigh(names, all, covariance, settings, new ArrayList<>());
    }

    private static int[] known(List<String> names, double[][] rows, List<String> notes) {
        List<Integer> known = new ArrayList<>();
        for (int j = 0; j < names.size(); j++) {
            int column = j;
            if (Arrays.stream(rows).allMatch(row -> Double.isNaN(row[column]))) {
                notes.add(
                        "The indicator (%s) is missing for everybody and weighs 0. Maybe leave it out."
                                .formatted(names.get(j)));
            } else {
                known.add(j);
            }
        }
        return known.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Weights of all names; the covariance is of those in {@code columns}. */
    private static FactorWeights weigh(
            List<String> names,
            int[] columns,
            Covariance covariance,
            FactorSettings settings,
            List<String> notes) {
        int[] differing = differing(names, columns, covariance, notes);
        List<String> taking =
                Arrays.stream(differing).mapToObj(j -> names.get(columns[j])).toList();
        double[] weights = new double[names.size()];
        if (differing.length < 2) {
            Arrays.fill(weights, differing.length == 0 ? 1.0 / weights.length : 0);
            Arrays.stream(differing).forEach(j -> weights[columns[j]] = 1);
            return new FactorWeights(weights, taking, null, null, List.copyOf(notes));
        }
        CorrelationMatrix correlation = CorrelationMatrix.of(taking, covariance.select(differing));
        Factorability factorability = factorability(correlation, notes);
        FactorAnalysis analysis = analysis(correlation, settings, notes);
        double[] squares =
                Arrays.stream(analysis.loadings()).mapToDouble(FactorWeights::largest).toArray();
        double sum = Arrays.stream(squares).sum();
        for (int i = 0; i < squares.length; i++) {
            weights[columns[differing[i]]] = sum > 0 ? squares[i] / sum : 1.0 / squares.length;
        }
        return new FactorWeights(weights, taking, analysis, factorability, List.copyOf(notes));
    }

    private static int[] differing(
            List<String> names, int[] columns, Covariance covariance, List<String> notes) {
        List<Integer> differing = new ArrayList<>();
        for (int j = 0; j < columns.length; j++) {
            if (covariance.isConstant(j)) {
                notes.add(
                        "The indicator (%s) is constant (%s) and weighs 0. Maybe leave it out."
                                .formatted(names.get(columns[j]), covariance.means()[j]));
            } else {
                differing.add(j);
            }
        }
        return differing.stream().mapToInt(Integer::intValue).toArray();
    }

    private static Factorability factorability(CorrelationMatrix correlation, List<String> notes) {
        if (correlation.isSingular()) {
            return null;
        }
        Factorability found = Factorability.of(correlation);
        if (found.kmo() < Factorability.LEAST_KMO || found.pValue() > DOUBT) {
            notes.add(
                    "The indicators %s hardly go together (KMO %.3f, Bartlett p %.3f). Maybe entropy or given weights."
                            .formatted(correlation.names(), found.kmo(), found.pValue()));
        }
        return found;
    }

    /** Maximum likelihood gives way to principal axes where it has no answer. */
    private static FactorAnalysis analysis(
            CorrelationMatrix correlation, FactorSettings settings, List<String> notes) {
        int factors = factors(correlation, settings, notes);
        boolean likelihood = settings.method() == FactorMethod.MAXIMUM_LIKELIHOOD;
        boolean impossible = correlation.isSingular() || correlation.names().size() < 3;
        if (likelihood && impossible) {
            notes.add(
                    "The likelihood of %s has no maximum; principal axes are taken. Maybe leave out an indicator that others imply."
                            .formatted(correlation.names()));
        }
        FactorMethod method =
                likelihood && impossible ? FactorMethod.PRINCIPAL_AXIS : settings.method();
        FactorAnalysis analysis =
                FactorAnalysis.of(correlation, factors, method, settings.rotation());
        notes.addAll(analysis.notes());
        return analysis;
    }

    private static int factors(
            CorrelationMatrix correlation, FactorSettings settings, List<String> notes) {
        if (settings.factors() > 0) {
            return settings.factors();
        }
        int columns = correlation.names().size();
        int found =
                ParallelAnalysis.of(
                                Math.min(MOST_ROWS, correlation.rows()),
                                columns,
                                settings.draws(),
                                settings.seed())
                        .factors(correlation.eigenvalues());
        if (found == 0) {
            notes.add(
                    "Parallel analysis finds no factor; one is taken. Maybe entropy or given weights.");
        }
        return Math.max(1, Math.min(found, FactorAnalysis.most(columns)));
    }

    private static double largest(double[] loadings) {
        return Arrays.stream(loadings).map(l -> l * l).max().orElse(0);
    }
}
