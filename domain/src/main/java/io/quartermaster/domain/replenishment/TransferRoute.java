package io.quartermaster.domain.replenishment;

/**
 * A way on which units of any item can be moved from one place to another.
 *
 * @param from place, as an index into the problem's
 * @param to another place
 * @param unitCost money per unit moved
 * @param days from the day on which units leave, before its demand, to the day on which they are
 *     there, before its demand
 */
public record TransferRoute(int from, int to, double unitCost, int days) {

    public TransferRoute {
        if (from == to || !(unitCost >= 0) || Double.isInfinite(unitCost) || days < 0) {
            throw new IllegalArgumentException(
                    "A route from place %d to %d needs two places, a cost (%s) and days (%d) of 0 or more."
                            .formatted(from, to, unitCost, days));
        }
    }
}
