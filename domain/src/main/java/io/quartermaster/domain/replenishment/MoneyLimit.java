package io.quartermaster.domain.replenishment;

import java.util.Set;

/**
 * What orders may cost together: a budget of some days, or what may be tied to a brand.
 *
 * @param rule name of the rule, such as {@code budget} or {@code exposure}
 * @param key what it limits, such as a brand
 * @param fromDay first order day that counts
 * @param untilDay last order day that counts
 * @param limit money for units, order costs apart; 0 or more
 * @param items items that count; empty for all
 */
public record MoneyLimit(
        String rule, String key, int fromDay, int untilDay, double limit, Set<String> items) {

    /** Name of the rule of money tied to a brand. */
    public static final String EXPOSURE = PlanRule.EXPOSURE.label();

    public MoneyLimit {
        items = Set.copyOf(items);
        if (!(limit >= 0) || fromDay < 0 || untilDay < fromDay) {
            throw new IllegalArgumentException(
                    "The %s (%s) of %s of days %d to %d must be 0 or more, its days in order."
                            .formatted(rule, limit, key, fromDay, untilDay));
        }
    }

    /** Whether an order counts. */
    public boolean counts(String item, int orderDay) {
        return fromDay <= orderDay
                && orderDay <= untilDay
                && (items.isEmpty() || items.contains(item));
    }
}
