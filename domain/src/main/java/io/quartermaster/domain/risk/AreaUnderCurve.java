package io.quartermaster.domain.risk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Area under the receiver operating characteristic: the chance that a random positive is scored
 * above a random negative, ties counting half (Mann and Whitney 1947).
 */
public final class AreaUnderCurve {

    private AreaUnderCurve() {}

    /** 0 to 1, one half where scores tell nothing; NaN without positives or without negatives. */
    public static double of(double[] scores, boolean[] isPositive) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(i -> scores[i]));
        double wins = 0;
        long positives = 0;
        long negativesBelow = 0;
        for (int from = 0; from < scores.length; ) {
            int to = from;
            long tiedPositives = 0;
            while (to < scores.length && scores[order.get(to)] == scores[order.get(from)]) {
                tiedPositives += isPositive[order.get(to)] ? 1 : 0;
                to++;
            }
            long tiedNegatives = to - from - tiedPositives;
            wins += tiedPositives * (negativesBelow + tiedNegatives / 2.0);
            positives += tiedPositives;
            negativesBelow += tiedNegatives;
            from = to;
        }
        return wins / ((double) positives * negativesBelow);
    }
}
