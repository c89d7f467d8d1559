package io.quartermaster.domain.recommendation.evaluation;

import java.util.Arrays;

/**
 * How well one list of items meets what a user did.
 *
 * <pre>
 * hitRate          1 if any of the first k is among what was held out
 * recall           hits / number held out
 * ndcg             sum over hits of 1 / log2(position + 1), over the largest possible
 * averagePrecision sum over hits of (hits up to it / position), over min(k, number held out)
 * </pre>
 *
 * <p>Sources: Jarvelin and Kekalainen 2002 (NDCG), Manning, Raghavan and Schutze 2008 (the others).
 *
 * @param hitRate 0 or 1
 * @param recall 0 to 1
 * @param ndcg 0 to 1
 * @param averagePrecision 0 to 1
 */
public record UserRanking(double hitRate, double recall, double ndcg, double averagePrecision) {

    /**
     * Measures.
     *
     * @param list items, the best first
     * @param held items held out, ascending, at least one
     * @param k how many of the list count
     */
    public static UserRanking of(int[] list, int[] held, int k) {
        int hits = 0;
        double gain = 0;
        double precision = 0;
        for (int at = 0; at < Math.min(k, list.length); at++) {
            if (Arrays.binarySearch(held, list[at]) >= 0) {
                hits++;
                gain += discount(at);
                precision += (double) hits / (at + 1);
            }
        }
        int possible = Math.min(k, held.length);
        double ideal = 0;
        for (int at = 0; at < possible; at++) {
            ideal += discount(at);
        }
        return new UserRanking(
                hits > 0 ? 1 : 0, (double) hits / held.length, gain / ideal, precision / possible);
    }

    private static double discount(int at) {
        return Math.log(2) / Math.log(at + 2);
    }
}
