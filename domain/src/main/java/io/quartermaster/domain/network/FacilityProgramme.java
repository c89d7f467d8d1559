package io.quartermaster.domain.network;

import io.quartermaster.domain.optimisation.IntegerProgramme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Facility location with each share bounded by its place (Balinski 1965), which makes the linear
 * relaxation strong:
 *
 * <pre>
 * min  sum f(j) y(j) + sum c(i,j) x(i,j)
 *      sum over j of x(i,j) = 1                each customer i
 *      x(i,j) &lt;= y(j)
 *      sum over i of d(i) x(i,j) &lt;= C(j) y(j)
 *      sum over j of C(j) y(j) &gt;= sum of d(i)
 * </pre>
 */
final class FacilityProgramme {

    private static final double NONE = Double.POSITIVE_INFINITY;

    private final FacilityProblem problem;
    private final int[][] shares;
    private final IntegerProgramme programme;

    FacilityProgramme(FacilityProblem problem) {
        this.problem = problem;
        this.shares = new int[problem.customers().size()][problem.places().size()];
        IntegerProgramme.Builder builder = new IntegerProgramme.Builder();
        problem.places().forEach(place -> builder.choice(place.fixedCost()));
        List<IntegerProgramme.Row> rows = new ArrayList<>();
        for (int customer = 0; customer < shares.length; customer++) {
            columns(builder, customer);
            serve(customer, rows);
        }
        for (int place = 0; place < problem.places().size(); place++) {
            if (problem.places().get(place).capacity() < NONE) {
                rows.add(capacity(place));
            }
        }
        total(rows);
        this.programme = builder.build().with(rows);
    }

    IntegerProgramme programme() {
        return programme;
    }

    /** Column of a customer's share served by a place, -1 where it cannot be. */
    int share(int customer, int place) {
        return shares[customer][place];
    }

    private void columns(IntegerProgramme.Builder builder, int customer) {
        double demand = problem.customers().get(customer).demand();
        for (int place = 0; place < shares[customer].length; place++) {
            double cost = problem.costs()[customer][place];
            double capacity = problem.places().get(place).capacity();
            boolean fits = !problem.singleSource() || demand <= capacity * (1 + 1e-9);
            shares[customer][place] =
                    cost < NONE && fits ? builder.column(cost, 0, 1, problem.singleSource()) : -1;
        }
    }

    private void serve(int customer, List<IntegerProgramme.Row> rows) {
        int[] columns = Arrays.stream(shares[customer]).filter(column -> column >= 0).toArray();
        double[] ones = new double[columns.length];
        Arrays.fill(ones, 1);
        rows.add(new IntegerProgramme.Row("customer", columns, ones, 1, 1));
        double demand = problem.customers().get(customer).demand();
        for (int place = 0; place < shares[customer].length; place++) {
            if (shares[customer][place] >= 0) {
                double capacity = problem.places().get(place).capacity();
                double most = demand > 0 ? Math.min(1, capacity / demand) : 1;
                rows.add(
                        new IntegerProgramme.Row(
                                "runs",
                                new int[] {place, shares[customer][place]},
                                new double[] {-most, 1},
                                -NONE,
                                0));
            }
        }
    }

    private IntegerProgramme.Row capacity(int place) {
        int[] columns = new int[shares.length + 1];
        double[] units = new double[shares.length + 1];
        columns[0] = place;
        units[0] = -problem.places().get(place).capacity();
        int count = 1;
        for (int customer = 0; customer < shares.length; customer++) {
            if (shares[customer][place] >= 0) {
                columns[count] = shares[customer][place];
                units[count++] = problem.customers().get(customer).demand();
            }
        }
        return new IntegerProgramme.Row(
                "capacity", Arrays.copyOf(columns, count), Arrays.copyOf(units, count), -NONE, 0);
    }

    private void total(List<IntegerProgramme.Row> rows) {
        double[] capacities =
                problem.places().stream().mapToDouble(FacilityProblem.Place::capacity).toArray();
        if (Arrays.stream(capacities).allMatch(capacity -> capacity < NONE)) {
            int[] columns = new int[capacities.length];
            Arrays.setAll(columns, place -> place);
            rows.add(
                    new IntegerProgramme.Row("total", columns, capacities, problem.demand(), NONE));
        }
    }
}
