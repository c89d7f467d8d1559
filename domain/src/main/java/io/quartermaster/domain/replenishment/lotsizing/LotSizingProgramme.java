package io.quartermaster.domain.replenishment.lotsizing;

import io.quartermaster.domain.optimisation.IntegerProgramme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Lot sizing in its facility-location form (Krarup and Bilde 1977): a period that is set up is a
 * place which serves the demand of itself and of later periods. Without the capacity its linear
 * relaxation is whole for each item, so the bound is that of Lagrangian relaxation.
 *
 * <pre>
 * min  sum f(i) y(i,s) + sum h(i) (t - s) d(i,t) z(i,s,t)
 *      sum over s &lt;= t of z(i,s,t) = 1          each demand d(i,t) &gt; 0
 *      z(i,s,t) &lt;= min(1, M(i,s) / d(i,t)) y(i,s)   M the largest lot
 *      sum over i of (u(i) y(i,s) + b(i) sum over t of d(i,t) z(i,s,t)) &lt;= C
 * </pre>
 */
final class LotSizingProgramme {

    private static final double NONE = Double.NEGATIVE_INFINITY;

    private final LotSizingProblem problem;
    private final int items;
    private final int periods;

    /** Column of a setup by item and period, and of a share by item, period made and asked. */
    private final int[][] setups;

    private final int[][][] shares;
    private final IntegerProgramme programme;

    LotSizingProgramme(LotSizingProblem problem) {
        this.problem = problem;
        this.items = problem.items().size();
        this.periods = problem.periods();
        this.setups = new int[items][periods];
        this.shares = new int[items][periods][periods];
        IntegerProgramme.Builder builder = new IntegerProgramme.Builder();
        columns(builder);
        List<IntegerProgramme.Row> rows = new ArrayList<>();
        for (int item = 0; item < items; item++) {
            for (int asked = 0; asked < periods; asked++) {
                if (problem.demand()[asked][item] > 0) {
                    serve(item, asked, rows);
                }
            }
        }
        for (int period = 0; period < periods; period++) {
            rows.add(capacity(period));
        }
        this.programme = builder.build().with(rows);
    }

    IntegerProgramme programme() {
        return programme;
    }

    private void columns(IntegerProgramme.Builder builder) {
        for (int item = 0; item < items; item++) {
            for (int period = 0; period < periods; period++) {
                setups[item][period] = builder.choice(problem.items().get(item).setupCost());
            }
        }
        for (int item = 0; item < items; item++) {
            double holding = problem.items().get(item).holdingCost();
            for (int made = 0; made < periods; made++) {
                for (int asked = made; asked < periods; asked++) {
                    double cost = holding * (asked - made) * problem.demand()[asked][item];
                    shares[item][made][asked] =
                            problem.demand()[asked][item] > 0
                                    ? builder.column(cost, 0, 1, false)
                                    : -1;
                }
            }
        }
    }

    private void serve(int item, int asked, List<IntegerProgramme.Row> rows) {
        int[] columns = new int[asked + 1];
        for (int made = 0; made <= asked; made++) {
            columns[made] = shares[item][made][asked];
            double most =
                    Math.min(1, problem.largestLot(item, made) / problem.demand()[asked][item]);
            rows.add(
                    new IntegerProgramme.Row(
                            "setup",
                            new int[] {setups[item][made], columns[made]},
                            new double[] {-most, 1},
                            NONE,
                            0));
        }
        double[] ones = new double[columns.length];
        Arrays.fill(ones, 1);
        rows.add(new IntegerProgramme.Row("demand", columns, ones, 1, 1));
    }

    private IntegerProgramme.Row capacity(int made) {
        int[] columns = new int[items * (1 + periods - made)];
        double[] times = new double[columns.length];
        int count = 0;
        for (int item = 0; item < items; item++) {
            columns[count] = setups[item][made];
            times[count++] = problem.items().get(item).setupTime();
        }
        for (int item = 0; item < items; item++) {
            for (int asked = made; asked < periods; asked++) {
                if (shares[item][made][asked] >= 0) {
                    columns[count] = shares[item][made][asked];
                    times[count++] =
                            problem.items().get(item).unitTime() * problem.demand()[asked][item];
                }
            }
        }
        return new IntegerProgramme.Row(
                "capacity",
                Arrays.copyOf(columns, count),
                Arrays.copyOf(times, count),
                NONE,
                problem.capacity());
    }

    /** The columns of a plan: what is made serves the demands in turn. */
    double[] columns(LotSizingPlan plan) {
        double[] x = new double[programme.cost().length];
        for (int item = 0; item < items; item++) {
            int asked = 0;
            double open = problem.demand()[0][item];
            for (int made = 0; made < periods; made++) {
                x[setups[item][made]] = plan.setup()[made][item] ? 1 : 0;
                double units = plan.made()[made][item];
                while (units > 0 && asked < periods) {
                    double taken = Math.min(units, open);
                    if (taken > 0) {
                        x[shares[item][made][asked]] += taken / problem.demand()[asked][item];
                    }
                    units -= taken;
                    open -= taken;
                    if (open <= 0 && ++asked < periods) {
                        open = problem.demand()[asked][item];
                    }
                }
            }
        }
        return x;
    }

    /** The plan of columns; shares of periods without a setup are rounding and left out. */
    LotSizingPlan plan(double[] x) {
        boolean[][] setup = new boolean[periods][items];
        double[][] made = new double[periods][items];
        for (int item = 0; item < items; item++) {
            for (int period = 0; period < periods; period++) {
                setup[period][item] = x[setups[item][period]] > 0.5;
                if (problem.demand()[period][item] > 0) {
                    make(item, period, x, setup, made);
                }
            }
        }
        return LotSizingPlan.of(problem, setup, made);
    }

    private void make(int item, int asked, double[] x, boolean[][] setup, double[][] made) {
        double[] served = new double[asked + 1];
        double all = 0;
        for (int period = 0; period <= asked; period++) {
            double share = Math.max(0, x[shares[item][period][asked]]);
            served[period] = setup[period][item] ? share : 0;
            all += served[period];
        }
        for (int period = 0; period <= asked; period++) {
            made[period][item] += problem.demand()[asked][item] * served[period] / all;
        }
    }
}
