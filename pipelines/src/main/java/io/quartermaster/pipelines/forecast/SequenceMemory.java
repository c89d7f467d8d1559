package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.forecast.DemandHistory;
import io.quartermaster.domain.forecast.SeriesScale;

/**
 * What the sequence model knows of one series.
 *
 * @param scale what the state was made with
 * @param state h and c, empty before the first encoding
 * @param modelVersion version of the weights that made the state
 * @param encodedDay epoch day on which the state was last made from history
 */
public record SequenceMemory(
        SeriesScale scale, float[] state, String modelVersion, long encodedDay) {

    private static final float[] NO_STATE = {};

    static SequenceMemory none() {
        return new SequenceMemory(SeriesScale.NONE, NO_STATE, "", 0);
    }

    /**
     * Whether the state must be made from history: it is missing or of other weights, the level has
     * moved away from its scale, or it has been carried for long.
     */
    boolean needsEncoding(DemandHistory history, String version, int carryDays) {
        return state.length == 0
                || !modelVersion.equals(version)
                || history.lastDay() - encodedDay >= carryDays
                || !scale.isNear(history);
    }

    SequenceMemory with(float[] next) {
        return new SequenceMemory(scale, next, modelVersion, encodedDay);
    }

    /** Without its state, which is to be made anew. */
    SequenceMemory forgotten() {
        return new SequenceMemory(scale, NO_STATE, "", encodedDay);
    }
}
