package io.quartermaster.domain.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Gradient boosted trees for log loss (Friedman 2001), each grown on a random half of the rows
 * (Friedman 2002). Several such runs with seeds of their own are averaged, since one run's chance
 * in the choice of rows is large on some thousand lines.
 *
 * @param start log odds before any tree
 * @param trees of all runs
 * @param share what a tree's value counts: the learning rate over the number of runs
 */
public record BoostedTrees(double start, List<RegressionTree> trees, double share) {

    public BoostedTrees {
        trees = List.copyOf(trees);
    }

    /**
     * How to train.
     *
     * @param runs runs that are averaged
     * @param rounds trees of a run
     * @param depth splits from root to leaf, at most
     * @param learningRate what a tree's value counts
     * @param leastRows rows of a leaf, at least
     * @param rowShare share of the rows that a tree sees, above 0 to 1
     * @param seed of the first run
     */
    public record Options(
            int runs,
            int rounds,
            int depth,
            double learningRate,
            int leastRows,
            double rowShare,
            long seed) {

        public Options {
            if (runs < 1 || rounds < 1 || depth < 1 || leastRows < 1) {
                throw new IllegalArgumentException(
                        "The runs (%d), rounds (%d), depth (%d) and leastRows (%d) must be 1 or more."
                                .formatted(runs, rounds, depth, leastRows));
            }
        }
    }

    /**
     * Trains.
     *
     * @param rows values by row and column; NaN where missing
     * @param isPositive what came of each row
     */
    static BoostedTrees train(double[][] rows, boolean[] isPositive, Options options) {
        TreeGrower grower = new TreeGrower(rows, options.depth(), options.leastRows());
        double start = logOdds(isPositive);
        List<RegressionTree> trees = new ArrayList<>();
        for (int run = 0; run < options.runs(); run++) {
            SplittableRandom random = new SplittableRandom(options.seed() + run);
            trees.addAll(run(grower, rows, isPositive, start, options, random));
        }
        return new BoostedTrees(start, trees, options.learningRate() / options.runs());
    }

    /** Laplace's (positive + 1) / (negative + 1), so that it is finite. */
    private static double logOdds(boolean[] isPositive) {
        int positive = 0;
        for (boolean is : isPositive) {
            positive += is ? 1 : 0;
        }
        return Math.log((positive + 1.0) / (isPositive.length - positive + 1.0));
    }

    private static List<RegressionTree> run(
            TreeGrower grower,
            double[][] rows,
            boolean[] isPositive,
            double start,
            Options options,
            SplittableRandom random) {
        double[] odds = new double[rows.length];
        double[] g = new double[rows.length];
        double[] h = new double[rows.length];
        boolean[] taken = new boolean[rows.length];
        List<RegressionTree> trees = new ArrayList<>();
        for (int round = 0; round < options.rounds(); round++) {
            for (int row = 0; row < rows.length; row++) {
                double chance = chance(start + odds[row]);
                g[row] = chance - (isPositive[row] ? 1 : 0);
                h[row] = chance * (1 - chance);
                taken[row] = random.nextDouble() < options.rowShare();
            }
            RegressionTree tree = grower.grow(g, h, taken);
            for (int row = 0; row < rows.length; row++) {
                odds[row] += options.learningRate() * tree.value(rows[row]);
            }
            trees.add(tree);
        }
        return trees;
    }

    /** Chance of a row, 0 to 1. */
    double chance(double[] row) {
        double odds = 0;
        for (RegressionTree tree : trees) {
            odds += tree.value(row);
        }
        return chance(start + share * odds);
    }

    private static double chance(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }
}
