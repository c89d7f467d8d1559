package io.quartermaster.domain.recommendation.model;

import io.quartermaster.domain.optimisation.Cholesky;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Matrix factorisation of implicit feedback by alternating least squares (iALS).
 *
 * <p>Minimises sum over what users have of (1 - p(u) q(i))^2, plus a0 times the sum over all pairs
 * of (p(u) q(i))^2, plus sums of l(u) |p(u)|^2 and l(i) |q(i)|^2 with l(x) = l (n(x) + a0 m)^v, m
 * the number of the other side, v = 1: users and items weigh as they count in the loss. A user who
 * comes later is folded in: p(u) solves one least squares of d rows, q fixed. Then the score of an
 * item is a sum over the user's items j of q(i) W q(j), W the inverse of that least squares'
 * matrix.
 *
 * <p>Sources: Hu, Koren and Volinsky 2008 (and its explanation of a score); Rendle, Krichene, Zhang
 * and Koren 2022 (regularisation by frequency, its start and unobserved weight).
 */
final class ImplicitFactors {

    private final int dimensions;
    private final double regularisation;
    private final double unobserved;
    private final double[][] itemFactors;
    private final double[][] gram;

    private ImplicitFactors(
            int dimensions, double regularisation, double unobserved, double[][] itemFactors) {
        this.dimensions = dimensions;
        this.regularisation = regularisation;
        this.unobserved = unobserved;
        this.itemFactors = itemFactors;
        this.gram = gram(itemFactors, dimensions);
    }

    /** Learns by so many sweeps over users and items. */
    static ImplicitFactors fit(
            Histories all,
            int dimensions,
            double regularisation,
            double unobserved,
            int sweeps,
            long seed) {
        Histories histories = all.each(UserHistory::distinct);
        Postings postings = Postings.of(histories);
        double[][] items = new double[histories.items()][dimensions];
        Random random = new Random(seed);
        for (double[] row : items) {
            for (int d = 0; d < dimensions; d++) {
                row[d] = (0.1 / Math.sqrt(dimensions) * random.nextGaussian());
            }
        }
        double[][] users = new double[histories.users()][dimensions];
        for (int sweep = 0; sweep < sweeps; sweep++) {
            double[][] ofItems = gram(items, dimensions);
            double[][] fixed = items;
            double unseenItems = unobserved * histories.items();
            IntStream.range(0, users.length)
                    .parallel()
                    .forEach(
                            u ->
                                    solve(
                                            users[u],
                                            histories.of(u).items(),
                                            fixed,
                                            ofItems,
                                            regularisation,
                                            unobserved,
                                            unseenItems));
            double[][] ofUsers = gram(users, dimensions);
            double unseenUsers = unobserved * histories.users();
            IntStream.range(0, items.length)
                    .parallel()
                    .forEach(
                            i ->
                                    solve(
                                            fixed[i],
                                            postings.users()[i],
                                            users,
                                            ofUsers,
                                            regularisation,
                                            unobserved,
                                            unseenUsers));
        }
        return new ImplicitFactors(dimensions, regularisation, unobserved, items);
    }

    /** A user's factors from what the user has. */
    double[] foldIn(int[] items) {
        double[] user = new double[dimensions];
        solve(
                user,
                items,
                itemFactors,
                gram,
                regularisation,
                unobserved,
                unobserved * itemFactors.length);
        return user;
    }

    double[][] itemFactors() {
        return itemFactors;
    }

    /** The parts q(i) W q(j) of an item's score by the items j. */
    double[] parts(int[] items, int item) {
        double[][] matrix =
                matrix(
                        items,
                        itemFactors,
                        gram,
                        regularisation,
                        unobserved,
                        unobserved * itemFactors.length);
        double[] solved = new double[dimensions];
        for (int d = 0; d < dimensions; d++) {
            solved[d] = itemFactors[item][d];
        }
        solve(matrix, solved);
        double[] parts = new double[items.length];
        for (int j = 0; j < parts.length; j++) {
            for (int d = 0; d < dimensions; d++) {
                parts[j] += solved[d] * itemFactors[items[j]][d];
            }
        }
        return parts;
    }

    static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int d = 0; d < one.length; d++) {
            sum += one[d] * other[d];
        }
        return sum;
    }

    private static double[][] matrix(
            int[] observed,
            double[][] fixed,
            double[][] gram,
            double regularisation,
            double unobserved,
            double unseen) {
        int d = gram.length;
        double[][] matrix = new double[d][];
        double ridge = regularisation * (observed.length + unseen);
        for (int i = 0; i < d; i++) {
            matrix[i] = new double[d];
            for (int j = i; j < d; j++) {
                matrix[i][j] = unobserved * gram[i][j];
            }
            matrix[i][i] += ridge;
        }
        for (int other : observed) {
            double[] vector = fixed[other];
            for (int i = 0; i < d; i++) {
                double[] row = matrix[i];
                double value = vector[i];
                for (int j = i; j < d; j++) {
                    row[j] += value * vector[j];
                }
            }
        }
        return matrix;
    }

    private static void solve(
            double[] into,
            int[] observed,
            double[][] fixed,
            double[][] gram,
            double regularisation,
            double unobserved,
            double unseen) {
        int d = gram.length;
        double[] right = new double[d];
        for (int other : observed) {
            for (int i = 0; i < d; i++) {
                right[i] += fixed[other][i];
            }
        }
        if (observed.length > 0) {
            double[][] matrix = matrix(observed, fixed, gram, regularisation, unobserved, unseen);
            solve(matrix, right);
        }
        for (int i = 0; i < d; i++) {
            into[i] = right[i];
        }
    }

    private static void solve(double[][] matrix, double[] right) {
        if (!Cholesky.solve(matrix, right)) {
            throw new IllegalArgumentException(
                    "The factors cannot be solved for.\nMaybe a larger regularisation.");
        }
    }

    private static double[][] gram(double[][] factors, int d) {
        double[][] gram = new double[d][d];
        for (double[] row : factors) {
            for (int i = 0; i < d; i++) {
                double value = row[i];
                double[] sums = gram[i];
                for (int j = i; j < d; j++) {
                    sums[j] += value * row[j];
                }
            }
        }
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < i; j++) {
                gram[i][j] = gram[j][i];
            }
        }
        return gram;
    }
}
