package io.quartermaster.domain.satisfaction;

import java.time.LocalDate;

/**
 * Weights that hold for one kind of entity from a day on, and whether the factors behind them have
 * drifted.
 *
 * @param entityKind {@code brand}, {@code seller}, …
 * @param eventDay first day that they hold for
 * @param method given, entropy or factor
 * @param weights in the order of {@link SatisfactionIndicator}, sum 1
 * @param entities behind them
 * @param factors number of factors, 0 but for factor analysis
 * @param kmo measure of sampling adequacy, NaN where not known
 * @param bartlettP chance of such correlations where nothing goes together, NaN where not known
 * @param congruence least congruence of the factors with those of reference, NaN without factors
 * @param alarm whether it is too small; the new loadings are the reference then
 * @param note what was repaired and what is doubtful, empty if nothing
 */
public record SatisfactionWeights(
        String entityKind,
        LocalDate eventDay,
        String method,
        double[] weights,
        long entities,
        int factors,
        double kmo,
        double bartlettP,
        double congruence,
        boolean alarm,
        String note) {}
