package io.quartermaster.domain.recommendation;

import java.util.Arrays;
import java.util.List;

/**
 * What a ranker learns from: a row for each candidate that was shown.
 *
 * @param names of the features, at least one
 * @param features [rows][names], finite, in time order
 * @param labels [rows], finite: what came of the candidate, for example 1 for bought
 */
public record RankerTrainingSet(List<String> names, float[][] features, float[] labels) {

    public RankerTrainingSet {
        names = List.copyOf(names);
    }

    /** The rows from one until before another. */
    public RankerTrainingSet rows(int from, int until) {
        return new RankerTrainingSet(
                names,
                Arrays.copyOfRange(features, from, until),
                Arrays.copyOfRange(labels, from, until));
    }

    public int rows() {
        return labels.length;
    }
}
