package io.quartermaster.domain.optimisation;

import java.util.Arrays;

/**
 * The primal simplex for variables between bounds, on a dense tableau: min c'x, left &lt;= Ax &lt;=
 * right, lower &lt;= x &lt;= upper. Each row's activity is a variable of its own, which starts
 * basic; while a basic variable lies outside its bounds the sum of what they lie outside is
 * minimised (Maros 2003, Computational Techniques of the Simplex Method, 9.3), then the cost.
 * Entering by the largest gradient, by the lowest index (Bland 1977) after steps of length 0.
 */
final class BoundedSimplex {

    /** How it ended. */
    enum End {
        OPTIMAL,
        INFEASIBLE,
        UNBOUNDED
    }

    private static final double FEASIBLE = 1e-8;
    private static final double GRADIENT = 1e-9;
    private static final double PIVOT = 1e-9;
    private static final int STALLED = 20;
    private static final int NONE = -1;

    private final int columns;
    private final int rows;
    private final double[] cost;
    private final double[] lower;
    private final double[] upper;
    private final double[] value;
    private final double[][] tableau;
    private final int[] basic;
    private final boolean[] isBasic;

    /** The relaxation of a programme within bounds of its own. */
    BoundedSimplex(IntegerProgramme programme, double[] lowerBounds, double[] upperBounds) {
        this.columns = programme.cost().length;
        this.rows = programme.rows().size();
        int all = columns + rows;
        this.cost = Arrays.copyOf(programme.cost(), all);
        this.lower = Arrays.copyOf(lowerBounds, all);
        this.upper = Arrays.copyOf(upperBounds, all);
        this.value = Arrays.copyOf(lowerBounds, all);
        this.tableau = new double[rows][all];
        this.basic = new int[rows];
        this.isBasic = new boolean[all];
        for (int row = 0; row < rows; row++) {
            start(row, programme.rows().get(row));
        }
    }

    private void start(int row, IntegerProgramme.Row from) {
        int activity = columns + row;
        for (int i = 0; i < from.columns().length; i++) {
            tableau[row][from.columns()[i]] = -from.values()[i];
        }
        tableau[row][activity] = 1;
        lower[activity] = from.left();
        upper[activity] = from.right();
        value[activity] = from.activity(value);
        basic[row] = activity;
        isBasic[activity] = true;
    }

    /** Solves it. */
    End solve() {
        int still = 0;
        while (true) {
            boolean infeasible = isInfeasible();
            int entering = entering(infeasible, still > STALLED);
            if (entering == NONE) {
                return infeasible ? End.INFEASIBLE : End.OPTIMAL;
            }
            double direction = gradient(entering, infeasible) < 0 ? 1 : -1;
            int leaving = leaving(entering, direction, still > STALLED);
            double step = step(leaving, entering, direction);
            if (step == Double.POSITIVE_INFINITY) {
                return End.UNBOUNDED;
            }
            still = step > FEASIBLE ? 0 : still + 1;
            move(entering, direction * step);
            if (leaving != NONE) {
                settle(leaving);
                pivot(leaving, entering);
            } else {
                value[entering] = direction > 0 ? upper[entering] : lower[entering];
            }
        }
    }

    double objective() {
        double sum = 0;
        for (int column = 0; column < columns; column++) {
            sum += cost[column] * value[column];
        }
        return sum;
    }

    double[] x() {
        return Arrays.copyOf(value, columns);
    }

    private boolean isInfeasible() {
        for (int variable : basic) {
            if (outside(variable) != 0) {
                return true;
            }
        }
        return false;
    }

    /** -1 below its bounds, 1 above, 0 within. */
    private int outside(int variable) {
        double tolerance = FEASIBLE * Math.max(1, Math.abs(value[variable]));
        if (value[variable] < lower[variable] - tolerance) {
            return -1;
        }
        return value[variable] > upper[variable] + tolerance ? 1 : 0;
    }

    private int entering(boolean infeasible, boolean first) {
        int best = NONE;
        double largest = GRADIENT;
        for (int variable = 0; variable < columns + rows; variable++) {
            if (isBasic[variable] || lower[variable] == upper[variable]) {
                continue;
            }
            double gradient = gradient(variable, infeasible);
            boolean canGain =
                    gradient < 0
                            ? value[variable] < upper[variable]
                            : value[variable] > lower[variable];
            if (canGain && Math.abs(gradient) > largest) {
                best = variable;
                largest = Math.abs(gradient);
                if (first) {
                    return best;
                }
            }
        }
        return best;
    }

    private double gradient(int variable, boolean infeasible) {
        double gradient = infeasible ? 0 : cost[variable];
        for (int row = 0; row < rows; row++) {
            double weight = infeasible ? outside(basic[row]) : cost[basic[row]];
            if (weight != 0) {
                gradient -= weight * tableau[row][variable];
            }
        }
        return gradient;
    }

    /** The row whose variable stops the step first, NONE if the entering one does itself. */
    private int leaving(int entering, double direction, boolean first) {
        int best = NONE;
        double shortest = upper[entering] - lower[entering];
        for (int row = 0; row < rows; row++) {
            double room = room(row, entering, direction);
            boolean closer = room < shortest - PIVOT;
            boolean tied = !closer && room <= shortest && best != NONE;
            boolean better =
                    tied
                            && (first
                                    ? basic[row] < basic[best]
                                    : Math.abs(tableau[row][entering])
                                            > Math.abs(tableau[best][entering]));
            if (closer || better) {
                best = row;
                shortest = Math.min(shortest, room);
            }
        }
        return best;
    }

    private double step(int leaving, int entering, double direction) {
        return leaving == NONE
                ? upper[entering] - lower[entering]
                : room(leaving, entering, direction);
    }

    /** How far the entering variable may go until a row's variable meets a bound. */
    private double room(int row, int entering, double direction) {
        double rate = -tableau[row][entering] * direction;
        if (Math.abs(rate) < PIVOT) {
            return Double.POSITIVE_INFINITY;
        }
        int variable = basic[row];
        int outside = outside(variable);
        if (outside != 0 && outside * rate > 0) {
            return Double.POSITIVE_INFINITY;
        }
        boolean towardsUpper = outside == 0 ? rate > 0 : outside > 0;
        double bound = towardsUpper ? upper[variable] : lower[variable];
        return Math.max(0, (bound - value[variable]) / rate);
    }

    private void move(int entering, double by) {
        value[entering] += by;
        for (int row = 0; row < rows; row++) {
            value[basic[row]] -= tableau[row][entering] * by;
        }
    }

    /** The leaving variable stands exactly on the bound that it met. */
    private void settle(int row) {
        int variable = basic[row];
        double toLower = Math.abs(value[variable] - lower[variable]);
        double toUpper = Math.abs(value[variable] - upper[variable]);
        value[variable] = toLower <= toUpper ? lower[variable] : upper[variable];
    }

    private void pivot(int row, int entering) {
        double[] pivotRow = tableau[row];
        double pivot = pivotRow[entering];
        for (int column = 0; column < pivotRow.length; column++) {
            pivotRow[column] /= pivot;
        }
        for (int other = 0; other < rows; other++) {
            double factor = tableau[other][entering];
            if (other != row && factor != 0) {
                for (int column = 0; column < pivotRow.length; column++) {
                    tableau[other][column] -= factor * pivotRow[column];
                }
            }
        }
        isBasic[basic[row]] = false;
        isBasic[entering] = true;
        basic[row] = entering;
    }
}
