package io.quartermaster.domain.recommendation.model;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Asks how well a scorer meets what some users did next, on histories that do not know it.
 *
 * @param training what may be learnt from
 * @param held what each user did next, over the same numbering
 * @param users who is asked
 * @param k length of the lists
 * @param excludeSeen whether lists leave out what a user has
 */
record Trial(Histories training, Histories held, int[] users, int k, boolean excludeSeen) {

    /** Asks some of the users, evenly drawn from all, whose histories are not too long in sum. */
    static Trial of(HeldOut heldOut, int most, long events, int k, boolean excludeSeen) {
        int[] all = heldOut.users();
        long sum = 0;
        for (int user : all) {
            sum += heldOut.training().of(user).size();
        }
        double byEvents = sum == 0 ? 1 : (double) events / sum;
        double byUsers = (double) most / Math.max(1, all.length);
        int count = (int) Math.ceil(Math.min(1, Math.min(byEvents, byUsers)) * all.length);
        int[] users = new int[Math.min(count, all.length)];
        for (int i = 0; i < users.length; i++) {
            users[i] = all[(int) ((long) i * all.length / users.length)];
        }
        return new Trial(heldOut.training(), heldOut.held(), users, k, excludeSeen);
    }

    /** Mean NDCG over the users. */
    double ndcg(ItemScorer scorer) {
        TopItems top = new TopItems(training, excludeSeen);
        double[] values = new double[users.length];
        IntStream.range(0, users.length)
                .parallel()
                .forEach(
                        i -> {
                            int user = users[i];
                            int[] list = top.of(training.of(user), scorer, k);
                            values[i] = ndcg(list, wanted(user));
                        });
        return Arrays.stream(values).sum() / Math.max(1, values.length);
    }

    /** Items that a user took next, ascending. */
    int[] wanted(int user) {
        return Arrays.stream(held.of(user).items()).sorted().distinct().toArray();
    }

    private double ndcg(int[] list, int[] wanted) {
        double gain = 0;
        double ideal = 0;
        for (int at = 0; at < k; at++) {
            boolean hit = at < list.length && Arrays.binarySearch(wanted, list[at]) >= 0;
            gain += hit ? 1 / Math.log(at + 2) : 0;
            ideal += at < wanted.length ? 1 / Math.log(at + 2) : 0;
        }
        return ideal == 0 ? 0 : gain / ideal;
    }
}
