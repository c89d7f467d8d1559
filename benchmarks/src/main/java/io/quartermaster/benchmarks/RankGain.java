package io.quartermaster.benchmarks;

import java.util.Arrays;
import java.util.Random;

/** How much more one rank correlation is than another, by the bootstrap. */
final class RankGain {

    private RankGain() {}

    /**
     * Bounds of the middle 95 % of r(x, y) - r(peer, y) over samples drawn with replacement (Efron
     * 1979, percentile).
     */
    static double[] of(double[] x, double[] peer, double[] y, int draws, long seed) {
        Random random = new Random(seed);
        double[] gains = new double[draws];
        for (int draw = 0; draw < draws; draw++) {
            int[] chosen = random.ints(y.length, 0, y.length).toArray();
            double[] to = pick(y, chosen);
            gains[draw] =
                    RankCorrelation.of(pick(x, chosen), to)
                            - RankCorrelation.of(pick(peer, chosen), to);
        }
        Arrays.sort(gains);
        return new double[] {
            gains[(int) Math.floor(0.025 * (draws - 1))],
            gains[(int) Math.ceil(0.975 * (draws - 1))]
        };
    }

    private static double[] pick(double[] values, int[] chosen) {
        return Arrays.stream(chosen).mapToDouble(i -> values[i]).toArray();
    }
}
