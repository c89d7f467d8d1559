package io.quartermaster.domain.replenishment.backtest;

/**
 * Looks for the base-stock or (s, S) policy that would have cost least, over a grid: standard
 * deviations added to the newsvendor's from -2 to 1.5 in quarters, and for (s, S) economic order
 * quantities between s and S.
 */
final class LevelTuning {

    private static final double LEAST_SHIFT = -2;
    private static final double STEP = 0.25;
    private static final int SHIFTS = 15;
    private static final double[] QUANTITIES = {0.25, 0.5, 0.75, 1, 1.5, 2};

    private final StockReplay replay;

    LevelTuning(StockReplay replay) {
        this.replay = replay;
    }

    LevelPolicy baseStock(Rationing rationing) {
        return best("base-stock, " + rationing.label(), rationing, 0);
    }

    LevelPolicy reorderPoint(Rationing rationing) {
        return best("(s, S), " + rationing.label(), rationing, QUANTITIES);
    }

    private LevelPolicy best(String name, Rationing rationing, double... quantities) {
        LevelPolicy best = null;
        double least = Double.POSITIVE_INFINITY;
        for (double quantity : quantities) {
            for (int i = 0; i < SHIFTS; i++) {
                LevelPolicy policy =
                        new LevelPolicy(name, LEAST_SHIFT + i * STEP, quantity, rationing);
                double cost = replay.follow(policy).total();
                if (cost < least) {
                    least = cost;
                    best = policy;
                }
            }
        }
        return best;
    }
}
