package io.quartermaster.domain.replenishment.selection;

/**
 * What shared rules add to the costs of one item.
 *
 * @param units money per unit ordered, by step
 * @param money money per money paid for units, by step
 * @param stock money per unit in stock at a day's end, by day
 */
record Prices(double[] units, double[] money, double[] stock) {

    static Prices none(ItemProgramme item) {
        int steps = item.steps().length;
        return new Prices(new double[steps], new double[steps], new double[item.days()]);
    }

    /** What a unit of a step costs with its prices. */
    double unit(int step, double unitCost) {
        return unitCost * (1 + money[step]) + units[step];
    }
}
