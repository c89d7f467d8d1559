package io.quartermaster.domain.forecast;

import java.util.List;

/**
 * Covariates of a series that are known for the steps ahead too.
 *
 * @param kinds of the columns
 * @param past [steps][columns] of each step of the series, NaN where missing
 * @param ahead [steps][columns] of the steps to forecast; empty if nothing is known ahead
 */
public record KnownAhead(List<CovariateKind> kinds, double[][] past, double[][] ahead) {

    public KnownAhead {
        kinds = List.copyOf(kinds);
    }

    /** Nothing is known. */
    public static KnownAhead none() {
        return new KnownAhead(List.of(), new double[0][], new double[0][]);
    }

    /** Whether something is known of the steps ahead. */
    public boolean any() {
        return ahead.length > 0 && !kinds.isEmpty();
    }
}
