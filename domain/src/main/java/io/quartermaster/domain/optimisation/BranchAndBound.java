package io.quartermaster.domain.optimisation;

import io.quartermaster.domain.engine.EngineStatus;
import io.quartermaster.domain.engine.EngineUse;

/**
 * Solves integer programmes exactly in plain Java: depth first, each node bounded by its linear
 * relaxation, branching on the value that is farthest from whole, the nearer side first (Land and
 * Doig 1960). It is the truth that other engines must equal, and serves where none is there; meant
 * for hundreds of columns.
 */
public final class BranchAndBound implements IntegerProgrammingEngine {

    /** Its name as options spell it. */
    public static final String NAME = "branch-and-bound";

    private static final EngineUse USE = new EngineUse();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public EngineStatus probe() {
        return EngineStatus.available(NAME, System.getProperty("java.version", ""), "cpu");
    }

    @Override
    public EngineUse use() {
        return USE;
    }

    @Override
    public IntegerSolution solve(IntegerProgramme programme, long maxNodes) {
        USE.called(programme.rows().size());
        return new Search(programme, maxNodes == 0 ? Long.MAX_VALUE : maxNodes).solution();
    }

    private static final class Search {

        private static final double WHOLE = 1e-6;
        private static final double GAIN = 1e-9;

        private final IntegerProgramme programme;
        private final long maxNodes;
        private double[] best;
        private double cost = Double.POSITIVE_INFINITY;
        private double open = Double.POSITIVE_INFINITY;
        private boolean unbounded;
        private long nodes;

        private Search(IntegerProgramme programme, long maxNodes) {
            this.programme = programme;
            this.maxNodes = maxNodes;
        }

        private IntegerSolution solution() {
            visit(programme.lower().clone(), programme.upper().clone(), Double.NEGATIVE_INFINITY);
            if (unbounded) {
                return IntegerSolution.without(IntegerSolution.Status.UNBOUNDED, nodes);
            }
            boolean stopped = open < Double.POSITIVE_INFINITY;
            if (best == null) {
                return IntegerSolution.without(
                        stopped
                                ? IntegerSolution.Status.NODE_LIMIT
                                : IntegerSolution.Status.INFEASIBLE,
                        nodes);
            }
            return new IntegerSolution(
                    stopped ? IntegerSolution.Status.NODE_LIMIT : IntegerSolution.Status.OPTIMAL,
                    cost,
                    Math.min(cost, open),
                    best,
                    nodes);
        }

        private void visit(double[] lower, double[] upper, double bound) {
            if (unbounded || bound >= cost - tolerance()) {
                return;
            }
            if (nodes == maxNodes) {
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
}
