package io.quartermaster.benchmarks;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Spearman's rank correlation; equal values share their mean rank. */
final class RankCorrelation {

    private RankCorrelation() {}

    /** Of pairs of values, -1 to 1; NaN where one side is constant. */
    static double of(double[] one, double[] other) {
        return pearson(ranks(one), ranks(other));
    }

    private static double[] ranks(double[] values) {
        Integer[] order =
                IntStream.range(0, values.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> values[i]))
                        .toArray(Integer[]::new);
        double[] ranks = new double[values.length];
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = (from + to - 1) / 2.0;
            }
            from = to;
        }
        return ranks;
    }

    private static double pearson(double[] one, double[] other) {
        double mean = Arrays.stream(one).average().orElse(0);
        double otherMean = Arrays.stream(other).average().orElse(0);
        double both = 0;
        double squares = 0;
        double otherSquares = 0;
        for (int i = 0; i < one.length; i++) {
            both += (one[i] - mean) * (other[i] - otherMean);
            squares += (one[i] - mean) * (one[i] - mean);
            otherSquares += (other[i] - otherMean) * (other[i] - otherMean);
        }
        return both / Math.sqrt(squares * otherSquares);
    }
}
