package io.quartermaster.pipelines.satisfaction;

import io.quartermaster.domain.satisfaction.BetaPrior;
import io.quartermaster.domain.satisfaction.SatisfactionIndicator;
import io.quartermaster.domain.satisfaction.SatisfactionPanel;
import java.util.Arrays;

/**
 * What is known of all entities of one kind, and what holds for the day that is being scored.
 *
 * @param panel of the last row of each entity
 * @param openDay epoch day being scored; weights and priors come from what was known before it
 * @param reviewedDay epoch day of the last review of the weights
 * @param weights in force
 * @param priorMeans of the bad rates in force
 * @param priorStrengths likewise
 * @param reference loadings that drift is measured from, indicator after indicator
 * @param referenceFactors their number of factors, 0 if there are none
 */
public record PanelState(
        SatisfactionPanel panel,
        long openDay,
        long reviewedDay,
        double[] weights,
        double[] priorMeans,
        double[] priorStrengths,
        double[] reference,
        int referenceFactors) {

    static PanelState first(double[] weights) {
        return new PanelState(
                SatisfactionPanel.empty(),
                Long.MIN_VALUE,
                Long.MIN_VALUE,
                weights,
                new double[SatisfactionIndicator.COUNT],
                new double[SatisfactionIndicator.COUNT],
                new double[0],
                0);
    }

    PanelState with(SatisfactionPanel next) {
        return new PanelState(
                next,
                openDay,
                reviewedDay,
                weights,
                priorMeans,
                priorStrengths,
                reference,
                referenceFactors);
    }

    /** The same on a later day, with the priors that hold on it. */
    PanelState opened(long day, BetaPrior[] priors) {
        return new PanelState(
                panel,
                day,
                reviewedDay,
                weights,
                Arrays.stream(priors).mapToDouble(BetaPrior::mean).toArray(),
                Arrays.stream(priors).mapToDouble(BetaPrior::strength).toArray(),
                reference,
                referenceFactors);
    }

    /** The same with weights reviewed on the open day, and loadings to measure drift from. */
    PanelState reviewed(double[] next, double[][] loadings) {
        return new PanelState(
                panel,
                openDay,
                openDay,
                next,
                priorMeans,
                priorStrengths,
                Arrays.stream(loadings).flatMapToDouble(Arrays::stream).toArray(),
                loadings.length == 0 ? 0 : loadings[0].length);
    }

    double[][] referenceLoadings() {
        if (referenceFactors == 0) {
            return new double[0][];
        }
        double[][] loadings = new double[reference.length / referenceFactors][];
        for (int i = 0; i < loadings.length; i++) {
            int from = i * referenceFactors;
            loadings[i] = Arrays.copyOfRange(reference, from, from + referenceFactors);
        }
        return loadings;
    }

    BetaPrior[] priors() {
        return KnownEntity.priors(priorMeans, priorStrengths);
    }
}
