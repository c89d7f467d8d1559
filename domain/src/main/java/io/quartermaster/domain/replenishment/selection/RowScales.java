package io.quartermaster.domain.replenishment.selection;

/** How far the price of each shared rule has to move. */
final class RowScales {

    /** A day's volume is worth this part of a sale, roughly: a unit needs it for days. */
    private static final double VOLUME_SHARE = 0.2;

    private RowScales() {}

    /**
     * What a row's whole limit may be worth, roughly.
     *
     * @param size of each row
     */
    static double[] of(SharedRules rules, double[] size) {
        double[] scale = new double[rules.limits().length];
        double[] weight = new double[rules.limits().length];
        for (ItemProgramme item : rules.items()) {
            double demand = item.net(-1, item.days() - 1);
            double unit = item.item().costs().lostSale();
            OrderStep[] steps = item.steps();
            for (int step = 0; step < steps.length; step++) {
                int row = rules.rowOf(item, steps[step]);
                if (row != SharedRules.NONE) {
                    scale[row] += demand * unit;
                    weight[row] += demand;
                }
                for (int money : rules.moneyRows(item, step)) {
                    scale[money] += demand * unit;
                    weight[money] += demand * item.item().costs().unit();
                }
            }
            for (int day = 0; day < item.days(); day++) {
                int row = rules.rowOf(item, day);
                if (row != SharedRules.NONE) {
                    scale[row] += demand * unit * VOLUME_SHARE;
                    weight[row] += demand * item.item().unitVolume();
                }
            }
        }
        for (int row = 0; row < scale.length; row++) {
            scale[row] = weight[row] == 0 ? 0 : scale[row] / weight[row] * size[row];
        }
        return scale;
    }
}
