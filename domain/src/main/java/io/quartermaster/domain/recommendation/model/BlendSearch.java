package io.quartermaster.domain.recommendation.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Chooses the weights of a blend. Scores of a member are divided by their root mean square over
 * items and some users, so that weights compare; what a member says louder to one user than to
 * another stays. Then coordinate ascent on the mean NDCG of users whose next items are known.
 * Scores are kept of the items only that any member ranks high, and of those asked for.
 */
final class BlendSearch {

    private static final double[] STEPS = {
        0, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.7, 1, 1.5, 2, 3, 5
    };
    private static final int CANDIDATES = 100;
    private static final int SCALE_USERS = 300;
    private static final int ROUNDS = 4;
    private static final int LONGER = 5;

    /** Up to so many held out, each is ranked by itself. */
    private static final int FEW = 4;

    private static final double LEAST_GAIN = 1e-5;

    private final int k;
    private final double[] scales;
    private final List<Case> cases = new ArrayList<>();

    /**
     * One user.
     *
     * @param scores of each member and candidate, scaled
     * @param marks which candidates were held out, ascending
     * @param count how many items were held out
     */
    private record Case(float[][] scores, int[] marks, int count) {

        double[] sums(double[] weights) {
            double[] sums = new double[scores[0].length];
            for (int m = 0; m < weights.length; m++) {
                if (weights[m] != 0) {
                    for (int c = 0; c < sums.length; c++) {
                        sums[c] += weights[m] * scores[m][c];
                    }
                }
            }
            return sums;
        }
    }

    private BlendSearch(int k, double[] scales) {
        this.k = k;
        this.scales = scales;
    }

    /** Of the users of a trial. */
    static BlendSearch of(Trial trial, List<ItemScorer> members) {
        double[] scales = members.stream().mapToDouble(m -> scale(trial, m)).toArray();
        BlendSearch weights = new BlendSearch(trial.k(), scales);
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
        for (int m = 0; m < all.length; m++) {
            for (int c = 0; c < ids.length; c++) {
                scores[m][c] = (float) (all[m][ids[c]] / scales[m]);
            }
        }
        int[] marks =
                IntStream.range(0, ids.length)
                        .filter(c -> Arrays.binarySearch(wanted, ids[c]) >= 0)
                        .toArray();
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
            double aim = mean(one -> aim(one, one.sums(alone)));
            if (aim > reached) {
                reached = aim;
                best = alone;
            }
        }
        for (int round = 0; round < ROUNDS; round++) {
            double before = reached;
            for (int m = 0; m < members; m++) {
                double[] values = measured(best, m);
                for (int step = 0; step < STEPS.length; step++) {
                    if (values[step] > reached + LEAST_GAIN) {
                        reached = values[step];
                        best = best.clone();
                        best[m] = STEPS[step];
                    }
                }
            }
            if (reached <= before + LEAST_GAIN) {
                break;
            }
        }
        return best;
    }

    /** What the weights reach with each step in place of one of them. */
    private double[] measured(double[] weights, int changed) {
        double[] others = weights.clone();
        others[changed] = 0;
        double[][] values = new double[cases.size()][STEPS.length];
        IntStream.range(0, values.length)
                .parallel()
                .forEach(
                        i -> {
                            Case one = cases.get(i);
                            double[] sums = one.sums(others);
                            float[] own = one.scores[changed];
                            double[] tried = new double[sums.length];
                            for (int step = 0; step < STEPS.length; step++) {
                                for (int c = 0; c < tried.length; c++) {
                                    tried[c] = sums[c] + STEPS[step] * own[c];
                                }
                                values[i][step] = aim(one, tried);
                            }
                        });
        double[] means = new double[STEPS.length];
        for (double[] ofUser : values) {
            for (int step = 0; step < means.length; step++) {
                means[step] += ofUser[step] / values.length;
            }
        }
        return means;
    }

    /** Mean NDCG over users. */
    double ndcg(double[] weights) {
        return mean(one -> ndcg(one, one.sums(weights), k));
    }

    private double mean(ToDoubleFunction<Case> measure) {
        double[] values = new double[cases.size()];
        IntStream.range(0, values.length)
                .parallel()
                .forEach(i -> values[i] = measure.applyAsDouble(cases.get(i)));
        return Arrays.stream(values).sum() / Math.max(1, values.length);
    }

    /** What the weights are to raise: NDCG of the list and of a longer one, which is less noisy. */
    private double aim(Case one, double[] sums) {
        return (ndcg(one, sums, k) + ndcg(one, sums, LONGER * k)) / 2;
    }

    private static double ndcg(Case one, double[] sums, int length) {
        double gain = 0;
        double ideal = 0;
        if (one.marks.length <= FEW) {
            for (int wanted : one.marks) {
                int at = rank(sums, wanted);
                gain += at < length ? 1 / Math.log(at + 2) : 0;
            }
        } else {
            gain = gain(one, sums, length);
        }
        for (int at = 0; at < Math.min(length, one.count); at++) {
            ideal += 1 / Math.log(at + 2);
        }
        return ideal == 0 ? 0 : gain / ideal;
    }

    private static int rank(double[] sums, int wanted) {
        int rank = 0;
        for (int c = 0; c < sums.length; c++) {
            rank += sums[c] > sums[wanted] || (sums[c] == sums[wanted] && c < wanted) ? 1 : 0;
        }
        return rank;
    }

    private static double gain(Case one, double[] sums, int length) {
        LargestCells largest = new LargestCells(length);
        for (int c = 0; c < sums.length; c++) {
            largest.offer(c, sums[c]);
        }
        int[] list = largest.drain();
        double gain = 0;
        for (int at = 0; at < list.length; at++) {
            gain += Arrays.binarySearch(one.marks, list[at]) >= 0 ? 1 / Math.log(at + 2) : 0;
        }
        return gain;
    }
}
