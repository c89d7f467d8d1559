package io.quartermaster.domain.satisfaction.factor;

import java.util.ArrayList;
import java.util.List;

/**
 * Factors before rotation.
 *
 * @param loadings by column and factor
 * @param uniquenesses 1 - communality of each column
 * @param notes what was repaired, a sentence each
 */
record Extraction(Matrix loadings, double[] uniquenesses, List<String> notes) {

    /** A column keeps at least this much of its own variance (as R's factanal does). */
    static final double LEAST_UNIQUENESS = 0.005;

    /** With a note for each column whose uniqueness lies at the bound: a Heywood case. */
    static Extraction of(
            CorrelationMatrix correlation,
            Matrix loadings,
            double[] uniquenesses,
            List<String> earlierNotes) {
        List<String> notes = new ArrayList<>(earlierNotes);
        for (int i = 0; i < uniquenesses.length; i++) {
            if (uniquenesses[i] <= LEAST_UNIQUENESS * (1 + 1e-9)) {
                notes.add(
                        "The uniqueness of (%s) would fall below %s (a Heywood case) and is held there. Maybe fewer factors."
                                .formatted(correlation.names().get(i), LEAST_UNIQUENESS));
            }
        }
        return new Extraction(loadings, uniquenesses, List.copyOf(notes));
    }
}
