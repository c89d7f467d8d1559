package io.quartermaster.domain.replenishment.backtest;

import io.quartermaster.domain.forecast.StandardNormal;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * The newsvendor's greedy: pack by pack where the next one earns most per unit, {@code margin P(D >
 * position) - holding over a review P(D <= position)} with D the demand over lead time and review,
 * until none earns or the capacity is used. The order cost is spread over the first pack.
 */
public record MarginalPolicy() implements StockPolicy {

    @Override
    public String name() {
        return "newsvendor greedy";
    }

    private record Next(int index, double gain) {}

    @Override
    public long[] orders(OrderDay day) {
        long[] orders = new long[day.items().length];
        double left = day.capacity();
        PriorityQueue<Next> queue =
                new PriorityQueue<>(
                        Comparator.comparingDouble((Next next) -> -next.gain())
                                .thenComparingInt(Next::index));
        for (int i = 0; i < orders.length; i++) {
            add(queue, day, i, orders[i]);
        }
        while (!queue.isEmpty()) {
            Next next = queue.remove();
            long pack = day.item(next.index()).pack();
            if (pack <= left) {
                orders[next.index()] += pack;
                left -= pack;
                add(queue, day, next.index(), orders[next.index()]);
            }
        }
        return orders;
    }

    private static void add(PriorityQueue<Next> queue, OrderDay day, int index, long ordered) {
        BacktestItem item = day.item(index);
        double expected = day.expectedAtRisk(index);
        double deviation = day.deviationAtRisk(index);
        if (!(expected > 0 && deviation > 0)) {
            return;
        }
        double middle = day.position(index) + ordered + item.pack() / 2.0;
        double enough = StandardNormal.cumulative((middle - expected) / deviation);
        double fixed =
                ordered > 0
                        ? 0
                        : item.orderCost()
                                / Math.max(
                                        (double) item.pack(),
                                        day.reviewDays() * expected / day.history().riskDays(item));
        double gain =
                item.margin() * (1 - enough)
                        - item.holdingPerDay() * day.reviewDays() * enough
                        - fixed;
        if (gain > 0) {
            queue.add(new Next(index, gain));
        }
    }
}
