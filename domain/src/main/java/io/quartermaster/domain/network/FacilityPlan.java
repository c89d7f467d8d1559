package io.quartermaster.domain.network;

import io.quartermaster.domain.optimisation.IntegerProgrammingEngine;
import io.quartermaster.domain.optimisation.IntegerSearch;
import io.quartermaster.domain.optimisation.IntegerSolution;
import java.util.ArrayList;
import java.util.List;

/**
 * Which places run, and what each customer gets from each.
 *
 * @param status {@code OPTIMAL}, {@code GAP_LIMIT}, another limit, or {@code INFEASIBLE}
 * @param runs by place; empty where there is no plan
 * @param shares of a customer's demand, by customer, then place
 * @param fixedCost money of the places that run
 * @param servingCost money
 * @param bound no plan costs less
 */
public record FacilityPlan(
        IntegerSolution.Status status,
        boolean[] runs,
        double[][] shares,
        double fixedCost,
        double servingCost,
        double bound) {

    private static final double TOLERANCE = 1e-6;

    /**
     * Plans.
     *
     * @throws IllegalArgumentException when a customer cannot be served at all
     */
    public static FacilityPlan of(
            FacilityProblem problem, IntegerProgrammingEngine engine, IntegerSearch search) {
        problem.requireServable();
        FacilityProgramme programme = new FacilityProgramme(problem);
        IntegerSolution solution = engine.solve(programme.programme(), search);
        if (solution.x().length == 0) {
            return new FacilityPlan(
                    solution.status(), new boolean[0], new double[0][], 0, 0, solution.bound());
        }
        boolean[] runs = new boolean[problem.places().size()];
        double fixed = 0;
        for (int place = 0; place < runs.length; place++) {
            runs[place] = solution.chosen(place);
            fixed += runs[place] ? problem.places().get(place).fixedCost() : 0;
        }
        double[][] shares = new double[problem.customers().size()][];
        double serving = 0;
        for (int customer = 0; customer < shares.length; customer++) {
            shares[customer] = shares(programme, solution.x(), customer, runs);
            for (int place = 0; place < runs.length; place++) {
                if (shares[customer][place] > 0) {
                    serving += shares[customer][place] * problem.costs()[customer][place];
                }
            }
        }
        return new FacilityPlan(
                solution.status(), runs, shares, fixed, serving, Math.max(0, solution.bound()));
    }

    /** Shares of places that run, which sum to 1: what rounding left elsewhere goes. */
    private static double[] shares(
            FacilityProgramme programme, double[] x, int customer, boolean[] runs) {
        double[] shares = new double[runs.length];
        double all = 0;
        for (int place = 0; place < runs.length; place++) {
            int column = programme.share(customer, place);
            shares[place] = column >= 0 && runs[place] && x[column] > TOLERANCE ? x[column] : 0;
            all += shares[place];
        }
        for (int place = 0; place < runs.length; place++) {
            shares[place] /= all;
        }
        return shares;
    }

    public boolean found() {
        return runs.length > 0;
    }

    public double cost() {
        return fixedCost + servingCost;
    }

    /** Share of its cost that the plan may lie above the best. */
    public double gap() {
        return cost() <= 0 ? 0 : Math.max(0, (cost() - bound) / cost());
    }

    /** Units that leave a place. */
    public double units(FacilityProblem problem, int place) {
        double units = 0;
        for (int customer = 0; customer < shares.length; customer++) {
            units += shares[customer][place] * problem.customers().get(customer).demand();
        }
        return units;
    }

    /** Every rule that the plan breaks, in words; empty for a sound one. */
    public List<String> violations(FacilityProblem problem) {
        List<String> broken = new ArrayList<>();
        for (int place = 0; place < runs.length; place++) {
            double units = units(problem, place);
            FacilityProblem.Place one = problem.places().get(place);
            if (units > (runs[place] ? one.capacity() * (1 + TOLERANCE) : 0)) {
                broken.add(
                        "Place %s sends %s of %s units."
                                .formatted(one.name(), units, runs[place] ? one.capacity() : 0.0));
            }
        }
        for (int customer = 0; customer < shares.length; customer++) {
            double served = 0;
            int sources = 0;
            for (double share : shares[customer]) {
                served += share;
                sources += share > 0 ? 1 : 0;
            }
            boolean split = problem.singleSource() && sources > 1;
            if (split || Math.abs(served - 1) > TOLERANCE) {
                broken.add(
                        "Customer %s is served a share of %s by %d places."
                                .formatted(
                                        problem.customers().get(customer).name(), served, sources));
            }
        }
        return broken;
    }
}
