package io.quartermaster.domain.replenishment.selection;

import io.quartermaster.domain.replenishment.Transfer;
import java.util.List;

/**
 * The plans of a group's members and what is moved between them.
 *
 * @param plans by member
 * @param transfers between members
 */
record GroupPlan(ItemPlan[] plans, List<Transfer> transfers) {

    GroupPlan {
        transfers = List.copyOf(transfers);
    }

    /** What it costs, without prices of shared rules. */
    double cost() {
        double sum = transferCost();
        for (ItemPlan plan : plans) {
            sum += plan.cost();
        }
        return sum;
    }

    /** What it costs with the prices of what it uses, by member. */
    double priced(Prices[] prices) {
        double sum = transferCost();
        for (int member = 0; member < plans.length; member++) {
            sum += plans[member].priced(prices[member]);
        }
        return sum;
    }

    private double transferCost() {
        return transfers.stream().mapToDouble(Transfer::cost).sum();
    }
}
