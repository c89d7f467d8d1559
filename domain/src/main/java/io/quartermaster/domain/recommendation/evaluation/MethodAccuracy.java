package io.quartermaster.domain.recommendation.evaluation;

import java.util.Arrays;
import java.util.BitSet;

/**
 * What the lists of one method reached, measured on the first k of each.
 *
 * @param method its name
 * @param k how many of each list count
 * @param users measured rankings, one a user
 * @param novelty of each user: mean of -log2(share of users who have the item) over the list, in
 *     bits (Vargas and Castells 2011)
 * @param coverage share of the catalogue that is recommended to anybody, 0 to 1
 */
public record MethodAccuracy(
        String method, int k, UserRanking[] users, double[] novelty, double coverage) {

    /** A measure that has a value for each user. */
    public enum Measure {
        HIT_RATE("HR"),
        RECALL("Recall"),
        NDCG("NDCG"),
        MAP("MAP"),
        NOVELTY("novelty");

        private final String label;

        Measure(String label) {
            this.label = label;
        }

        /** As tables spell it. */
        public String label() {
            return label;
        }
    }

    /**
     * Measures lists.
     *
     * @param lists items of each user, the best first
     * @param held items held out of each of these users, ascending
     * @param holders how many users have each item in training
     * @param trained users in training
     */
    static MethodAccuracy of(
            String method, int k, int[][] lists, int[][] held, int[] holders, int trained) {
        UserRanking[] users = new UserRanking[lists.length];
        double[] novelty = new double[lists.length];
        BitSet shown = new BitSet();
        for (int user = 0; user < lists.length; user++) {
            int[] list = Arrays.copyOf(lists[user], Math.min(k, lists[user].length));
            users[user] = UserRanking.of(list, held[user], k);
            for (int item : list) {
                shown.set(item);
                double share = Math.max(1, holders[item]) / (double) trained;
                novelty[user] -= Math.log(share) / Math.log(2) / list.length;
            }
        }
        return new MethodAccuracy(
                method, k, users, novelty, (double) shown.cardinality() / holders.length);
    }

    /** The values of a measure, one a user. */
    public double[] values(Measure measure) {
        if (measure == Measure.NOVELTY) {
            return novelty.clone();
        }
        return Arrays.stream(users).mapToDouble(user -> value(user, measure)).toArray();
    }

    private static double value(UserRanking user, Measure measure) {
        return switch (measure) {
            case HIT_RATE -> user.hitRate();
            case RECALL -> user.recall();
            case NDCG -> user.ndcg();
            case MAP -> user.averagePrecision();
            case NOVELTY -> throw new IllegalArgumentException("Novelty is not of a ranking.");
        };
    }
}
