package io.quartermaster.domain.replenishment;

/**
 * Units of an item that are moved from one place to another.
 *
 * @param from the item at the place that gives, as an index into the problem's items
 * @param to the same item at the place that gets
 * @param route the way they take
 * @param shipDay day on which they leave
 * @param units how many, 1 or more
 */
public record Transfer(int from, int to, TransferRoute route, int shipDay, long units) {

    /** The day on which they are there. */
    public int arrivalDay() {
        return shipDay + route.days();
    }

    /** Adds what it brings an item, less what it takes, by day. */
    public void addTo(double[] moved, int item) {
        if (from == item) {
            moved[shipDay] -= units;
        }
        if (to == item) {
            moved[arrivalDay()] += units;
        }
    }

    /** What moving them costs. */
    public double cost() {
        return units * route.unitCost();
    }
}
