package io.quartermaster.domain.recommendation.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Chooses the weights of a blend. Scores of a member are divided by their root mean square over
 * items and some users, so that weights compare; what a member says louder to one user than to
 * another stays. Then coordinate ascent on the mean NDCG of users whose next items are known.
 * Scores are kept of the items only that any member ranks high, and of those asked for.
 */
final class BlendWeights {

    private static final double[] STEPS = {
        0, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.7, 1, 1.5, 2, 3, 5
    };
    private static final int CANDIDATES = 100;
    private static final int SCALE_USERS = 300;
    private static final int ROUNDS = 4;
    private static final double LEAST_GAIN = 1e-5;

    private final int k;
    private final double[] scales;
    private final List<Case> cases = new ArrayList<>();

    /**
     * One user.
     *
     * @param scores of each member and candidate, scaled
     * @param wanted which candidates were held out
     * @param count how many were
     */
    private record Case(float[][] scores, boolean[] wanted, int count) {}

    private BlendWeights(int k, double[] scales) {
        this.k = k;
        this.scales = scales;
    }

    /** Of the users of a trial. */
    static BlendWeights of(Trial trial, List<ItemScorer> members) {
        double[] scales = members.stream().mapToDouble(m -> scale(trial, m)).toArray();
        BlendWeights weights = new BlendWeights(trial.k(), scales);
        TopItems top = new TopItems(trial.training(), trial.excludeSeen());
        Case[] cases = new Case[trial.users().length];
        IntStream.range(0, cases.length)
                .parallel()
                .forEach(i -> cases[i] = weights.ofUser(trial, top, members, trial.users()[i]));
        weights.cases.addAll(Arrays.asList(cases));
        return weights;
    }

    private Case ofUser(Trial trial, TopItems top, List<ItemScorer> members, int user) {
        UserHistory history = trial.training().of(user);
        int items = trial.training().items();
        double[][] all = new double[members.size()][items];
        BitSet candidates = new BitSet();
        for (int m = 0; m < all.length; m++) {
            HistoryScores scores = members.get(m).of(history);
            scores.add(1, all[m]);
            for (int item : top.of(history, all[m], CANDIDATES)) {
                candidates.set(item);
            }
        }
        int[] wanted = trial.wanted(user);
        for (int item : wanted) {
            if (!trial.excludeSeen() || !history.has(item)) {
                candidates.set(item);
            }
        }
        int[] ids = candidates.stream().toArray();
        float[][] scores = new float[all.length][ids.length];
        boolean[] marks = new boolean[ids.length];
        for (int m = 0; m < all.length; m++) {
            for (int c = 0; c < ids.length; c++) {
                scores[m][c] = (float) (all[m][ids[c]] / scales[m]);
            }
        }
        for (int c = 0; c < ids.length; c++) {
            marks[c] = Arrays.binarySearch(wanted, ids[c]) >= 0;
        }
        return new Case(scores, marks, wanted.length);
    }

    /** Root mean square of a member's scores over items and some users; 1 if all are 0. */
    private static double scale(Trial trial, ItemScorer member) {
        int step = Math.max(1, trial.users().length / SCALE_USERS);
        double sum = 0;
        long count = 0;
        for (int i = 0; i < trial.users().length; i += step) {
            double[] scores = new double[trial.training().items()];
            member.of(trial.training().of(trial.users()[i])).add(1, scores);
            for (double score : scores) {
                sum += score * score;
            }
            count += scores.length;
        }
        return sum > 0 ? Math.sqrt(sum / count) : 1;
    }

    /** What the scores of each member are divided by. */
    double[] scales() {
        return scales.clone();
    }

    /** The weights, the best single member's first at 1. */
    double[] choose(int members) {
        double[] best = new double[members];
        double reached = -1;
        for (int m = 0; m < members; m++) {
            double[] alone = new double[members];
            alone[m] = 1;
            double ndcg = ndcg(alone);
            if (ndcg > reached) {
                reached = ndcg;
                best = alone;
            }
        }
        for (int round = 0; round < ROUNDS; round++) {
            double before = reached;
            for (int m = 0; m < members; m++) {
                for (double step : STEPS) {
                    double[] tried = best.clone();
                    tried[m] = step;
                    double ndcg = step == best[m] ? reached : ndcg(tried);
                    if (ndcg > reached + LEAST_GAIN) {
                        reached = ndcg;
                        best = tried;
                    }
                }
            }
            if (reached <= before + LEAST_GAIN) {
                break;
            }
        }
        return best;
    }

    /** Mean over users. */
    double ndcg(double[] weights) {
        double[] values = new double[cases.size()];
        IntStream.range(0, values.length)
                .parallel()
                .forEach(i -> values[i] = ndcg(cases.get(i), weights));
        return Arrays.stream(values).sum() / Math.max(1, values.length);
    }

    private double ndcg(Case one, double[] weights) {
        double[] sums = new double[one.wanted.length];
        for (int m = 0; m < weights.length; m++) {
            if (weights[m] != 0) {
                float[] scores = one.scores[m];
                for (int c = 0; c < sums.length; c++) {
                    sums[c] += weights[m] * scores[c];
                }
            }
        }
        LargestCells largest = new LargestCells(k);
        for (int c = 0; c < sums.length; c++) {
            largest.offer(c, sums[c]);
        }
        int[] list = largest.drain();
        double gain = 0;
        double ideal = 0;
        for (int at = 0; at < list.length; at++) {
            gain += one.wanted[list[at]] ? 1 / Math.log(at + 2) : 0;
            ideal += at < one.count ? 1 / Math.log(at + 2) : 0;
        }
        return ideal == 0 ? 0 : gain / ideal;
    }
}
