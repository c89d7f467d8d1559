package io.quartermaster.engines.tensorflow;

import io.quartermaster.domain.forecast.SequenceModelOptions;
import io.quartermaster.domain.forecast.SequenceTrainingSet;

/**
 * Where training ends and validation begins: validation windows end in the last share of the time
 * span, and no training window's targets reach into a day that a validation window forecasts.
 */
final class TrainingCut {

    private TrainingCut() {}

    /** The number of training windows and the index of the first validation window. */
    static int[] of(SequenceTrainingSet data, SequenceModelOptions options) {
        long[] ends = data.endDays();
        if (options.training().validation() == 0) {
            return new int[] {ends.length, ends.length};
        }
        long span = ends[ends.length - 1] - ends[0];
        long firstHeldOut =
                ends[ends.length - 1] - Math.round(span * options.training().validation()) + 1;
        int validation = firstAtOrAfter(ends, firstHeldOut);
        int training = firstAtOrAfter(ends, firstHeldOut - options.horizon());
        if (training == 0) {
            throw new IllegalArgumentException(
                    "No window is left to train on: %d days of window ends, of which %.0f %% are held out and %d are between.\nMaybe more history, a smaller --validation, or a shorter horizon."
                            .formatted(
                                    span + 1,
                                    options.training().validation() * 100,
                                    options.horizon()));
        }
        return new int[] {training, validation};
    }

    private static int firstAtOrAfter(long[] ends, long day) {
        int index = 0;
        while (index < ends.length && ends[index] < day) {
            index++;
        }
        return index;
    }
}
