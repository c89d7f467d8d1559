package io.quartermaster.engines.scip;

import io.quartermaster.domain.optimisation.LinearStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Linear programmes of many kinds, dense: min c'x, left <= Ax <= right, lower <= x <= upper. */
record LinearModels(
        String name,
        LinearStatus status,
        double[] cost,
        double[] lower,
        double[] upper,
        double[][] matrix,
        double[] left,
        double[] right) {

    static final double NONE = Double.POSITIVE_INFINITY;

    static List<LinearModels> all() {
        List<LinearModels> all = new ArrayList<>();
        for (int seed = 1; seed <= 6; seed++) {
            all.add(covering(seed, 12 * seed, 20 * seed));
            all.add(boxed(seed, 5 + seed, 10 + seed));
        }
        for (int size = 3; size <= 12; size += 3) {
            all.add(assignment(size));
            all.add(kleeMinty(size));
        }
        all.add(stock(28));
        all.add(stock(90));
        all.add(beale());
        all.add(large());
        all.addAll(withoutOptimum());
        return all;
    }

    private static LinearModels of(
            String name,
            LinearStatus status,
            double[] cost,
            double[][] matrix,
            double[] left,
            double[] right) {
        double[] upper = new double[cost.length];
        Arrays.fill(upper, NONE);
        return new LinearModels(
                name, status, cost, new double[cost.length], upper, matrix, left, right);
    }

    private static LinearModels covering(long seed, int rows, int columns) {
        Random random = new Random(seed);
        double[][] matrix = new double[rows][columns];
        for (int column = 0; column < columns; column++) {
            for (int i = 0; i < 3; i++) {
                matrix[(column + i * (1 + random.nextInt(rows - 1))) % rows][column] =
                        1 + random.nextInt(5);
            }
        }
        double[] right = new double[rows];
        Arrays.fill(right, NONE);
        return of(
                "covering " + seed,
                LinearStatus.OPTIMAL,
                random.doubles(columns, 1, 9).toArray(),
                matrix,
                random.doubles(rows, 5, 50).toArray(),
                right);
    }

    /** Around a point that is feasible by construction; negative bounds, ranged rows. */
    private static LinearModels boxed(long seed, int rows, int columns) {
        Random random = new Random(100 + seed);
        double[] point = random.doubles(columns, -5, 5).toArray();
        double[][] matrix = new double[rows][];
        double[] left = new double[rows];
        double[] right = new double[rows];
        for (int row = 0; row < rows; row++) {
            matrix[row] = random.doubles(columns, -3, 3).toArray();
            double activity = 0;
            for (int column = 0; column < columns; column++) {
                activity += matrix[row][column] * point[column];
            }
            left[row] = row % 3 == 0 ? activity : activity - random.nextDouble();
            right[row] = row % 3 == 0 ? activity : activity + random.nextDouble();
        }
        return new LinearModels(
                "boxed " + seed,
                LinearStatus.OPTIMAL,
                random.doubles(columns, -4, 4).toArray(),
                Arrays.stream(point).map(x -> x - 3).toArray(),
                Arrays.stream(point).map(x -> x + 2).toArray(),
                matrix,
                left,
                right);
    }

    /** Each basis of it is degenerate. */
    private static LinearModels assignment(int size) {
        Random random = new Random(size);
        double[] cost = new double[size * size];
        double[][] matrix = new double[2 * size][size * size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                cost[i * size + j] = 1 + random.nextInt(5);
                matrix[i][i * size + j] = 1;
                matrix[size + j][i * size + j] = 1;
            }
        }
        double[] one = new double[2 * size];
        Arrays.fill(one, 1);
        return of("assignment " + size, LinearStatus.OPTIMAL, cost, matrix, one, one);
    }

    /** Klee and Minty 1972: the simplex may visit every corner. */
    private static LinearModels kleeMinty(int size) {
        double[] cost = new double[size];
        double[][] matrix = new double[size][size];
        double[] left = new double[size];
        double[] right = new double[size];
        for (int i = 0; i < size; i++) {
            cost[i] = -Math.pow(2, size - 1 - i);
            for (int j = 0; j < i; j++) {
                matrix[i][j] = Math.pow(2, i - j + 1);
            }
            matrix[i][i] = 1;
            left[i] = -NONE;
            right[i] = Math.pow(5, i + 1);
        }
        return of("Klee-Minty " + size, LinearStatus.OPTIMAL, cost, matrix, left, right);
    }

    /** Orders and stock of one item over days: y[t-1] + x[t] - y[t] = d[t]. */
    private static LinearModels stock(int days) {
        Random random = new Random(days);
        double[] cost = new double[2 * days];
        double[] upper = new double[2 * days];
        double[][] matrix = new double[days][2 * days];
        double[] demand = new double[days];
        for (int day = 0; day < days; day++) {
            cost[day] = 2 + random.nextDouble();
            cost[days + day] = 0.05;
            upper[day] = day % 7 == 0 ? 90 : 0;
            upper[days + day] = NONE;
            matrix[day][day] = 1;
            matrix[day][days + day] = -1;
            if (day > 0) {
                matrix[day][days + day - 1] = 1;
            }
            demand[day] = random.nextInt(10);
        }
        return new LinearModels(
                "stock " + days,
                LinearStatus.OPTIMAL,
                cost,
                new double[2 * days],
                upper,
                matrix,
                demand,
                demand);
    }

    /** Beale 1955: the plain simplex goes round in circles; -0.05 (the classic maximum is 1/20). */
    private static LinearModels beale() {
        return of(
                "Beale",
                LinearStatus.OPTIMAL,
                new double[] {-0.75, 150, -0.02, 6},
                new double[][] {{0.25, -60, -0.04, 9}, {0.5, -90, -0.02, 3}, {0, 0, 1, 0}},
                new double[] {-NONE, -NONE, -NONE},
                new double[] {0, 0, 1});
    }

    /** Quantities of 10^12. */
    private static LinearModels large() {
        return of(
                "10^12",
                LinearStatus.OPTIMAL,
                new double[] {3, 2},
                new double[][] {{1, 1}, {1, -1}},
                new double[] {1e12, -NONE},
                new double[] {NONE, 5e11});
    }

    private static List<LinearModels> withoutOptimum() {
        return List.of(
                of(
                        "limits cross",
                        LinearStatus.INFEASIBLE,
                        new double[] {1, 1},
                        new double[][] {{1, 1}, {1, 1}},
                        new double[] {5, -NONE},
                        new double[] {NONE, 4}),
                of(
                        "no demand met",
                        LinearStatus.INFEASIBLE,
                        new double[] {1},
                        new double[][] {{0}},
                        new double[] {1},
                        new double[] {1}),
                new LinearModels(
                        "bound too small",
                        LinearStatus.INFEASIBLE,
                        new double[] {1, 2, 0},
                        new double[3],
                        new double[] {3, 4, 5},
                        new double[][] {{1, 1, 1}},
                        new double[] {13},
                        new double[] {13}),
                of(
                        "cost falls",
                        LinearStatus.UNBOUNDED,
                        new double[] {-1, 0},
                        new double[][] {{1, -1}},
                        new double[] {1},
                        new double[] {1}),
                of(
                        "no rows bind",
                        LinearStatus.UNBOUNDED,
                        new double[] {1, -2},
                        new double[][] {{1, 0}},
                        new double[] {0},
                        new double[] {9}));
    }
}
