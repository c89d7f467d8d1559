package io.quartermaster.domain.optimisation;

import java.util.Optional;

/** One search of {@link BranchAndBound}. */
final class BranchAndBoundSearch {

    private static final double WHOLE = 1e-6;
    private static final double GAIN = 1e-9;

    private final IntegerProgramme programme;
    private final IntegerSearch search;
    private final long begin = System.nanoTime();
    private double[] best;
    private double cost = Double.POSITIVE_INFINITY;
    private double open = Double.POSITIVE_INFINITY;
    private Optional<IntegerSolution.Status> stopped = Optional.empty();
    private boolean unbounded;
    private long nodes;

    BranchAndBoundSearch(IntegerProgramme programme, IntegerSearch search) {
        this.programme = programme;
        this.search = search;
        if (search.start().length > 0 && programme.isFeasible(search.start())) {
            accept(search.start().clone());
        }
    }

    IntegerSolution solution() {
        visit(programme.lower().clone(), programme.upper().clone(), Double.NEGATIVE_INFINITY);
        if (unbounded) {
            return IntegerSolution.without(IntegerSolution.Status.UNBOUNDED, nodes);
        }
        if (best == null) {
            return IntegerSolution.without(
                    stopped.orElse(IntegerSolution.Status.INFEASIBLE), nodes);
        }
        IntegerSolution.Status whole =
                open < cost - tolerance()
                        ? IntegerSolution.Status.GAP_LIMIT
                        : IntegerSolution.Status.OPTIMAL;
        return new IntegerSolution(stopped.orElse(whole), cost, Math.min(cost, open), best, nodes);
    }

    private void visit(double[] lower, double[] upper, double bound) {
        if (unbounded || bound >= cost - tolerance()) {
            return;
        }
        if (stops() || bound >= cost - search.gap() * Math.abs(cost)) {
            open = Math.min(open, bound);
            return;
        }
        nodes++;
        BoundedSimplex relaxation = new BoundedSimplex(programme, lower, upper);
        BoundedSimplex.End end = relaxation.solve();
        unbounded = end == BoundedSimplex.End.UNBOUNDED;
        if (end == BoundedSimplex.End.OPTIMAL && relaxation.objective() < cost - tolerance()) {
            branch(relaxation.x(), relaxation.objective(), lower, upper);
        }
    }

    private boolean stops() {
        if (stopped.isEmpty()) {
            stopped = reason();
        }
        return stopped.isPresent();
    }

    private Optional<IntegerSolution.Status> reason() {
        if (search.maxNodes() > 0 && nodes == search.maxNodes()) {
            return Optional.of(IntegerSolution.Status.NODE_LIMIT);
        }
        if (search.interruption().isAsked()) {
            return Optional.of(IntegerSolution.Status.INTERRUPTED);
        }
        return (System.nanoTime() - begin) / 1e9 >= search.maxSeconds()
                ? Optional.of(IntegerSolution.Status.TIME_LIMIT)
                : Optional.empty();
    }

    private double tolerance() {
        return Double.isInfinite(cost) ? 0 : GAIN * Math.max(1, Math.abs(cost));
    }

    private void branch(double[] x, double bound, double[] lower, double[] upper) {
        int column = leastWhole(x);
        if (column < 0) {
            accept(x);
            return;
        }
        double floor = Math.floor(x[column]);
        boolean downFirst = x[column] - floor <= 0.5;
        for (int side = 0; side < 2; side++) {
            boolean down = downFirst == (side == 0);
            double[] newLower = lower.clone();
            double[] newUpper = upper.clone();
            if (down) {
                newUpper[column] = floor;
            } else {
                newLower[column] = floor + 1;
            }
            visit(newLower, newUpper, bound);
        }
    }

    private int leastWhole(double[] x) {
        int column = -1;
        double farthest = WHOLE;
        for (int i = 0; i < x.length; i++) {
            double distance = Math.abs(x[i] - Math.rint(x[i]));
            if (programme.whole()[i] && distance > farthest) {
                farthest = distance;
                column = i;
            }
        }
        return column;
    }

    private void accept(double[] x) {
        for (int i = 0; i < x.length; i++) {
            if (programme.whole()[i]) {
                x[i] = Math.rint(x[i]) + 0.0;
            }
        }
        if (programme.objective(x) < cost) {
            best = x;
            cost = programme.objective(x);
        }
    }
}
