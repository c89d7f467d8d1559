package io.quartermaster.domain.recommendation.live;

import java.util.HashMap;
import java.util.Map;

/**
 * How often items are bought again by who has bought them: repeats / purchases, drawn towards the
 * share of the item's category as if 20 purchases had shown it, and that towards the share of all.
 */
public final class RepeatShares {

    private static final int PRIOR = 20;
    private static final Count NONE = new Count(0, 0);

    private final Map<String, Count> items = new HashMap<>();
    private final Map<String, String> categoryOf = new HashMap<>();
    private final Map<String, Count> categories = new HashMap<>();
    private Count all = NONE;

    private record Count(long purchases, long repeats) {

        Count plus(Count other) {
            return new Count(purchases + other.purchases, repeats + other.repeats);
        }

        Count minus(Count other) {
            return new Count(purchases - other.purchases, repeats - other.repeats);
        }

        double towards(double prior) {
            return (repeats + PRIOR * prior) / (purchases + PRIOR);
        }
    }

    /** What was counted of an item so far. */
    public void put(String item, long purchases, long repeats) {
        Count now = new Count(purchases, repeats);
        Count before = items.getOrDefault(item, NONE);
        items.put(item, now);
        all = all.minus(before).plus(now);
        String category = categoryOf.getOrDefault(item, "");
        categories.merge(category, now.minus(before), Count::plus);
    }

    /** The category that an item is in. */
    void putCategory(String item, String category) {
        Count count = items.getOrDefault(item, NONE);
        String before = categoryOf.put(item, category);
        categories.merge(before == null ? "" : before, NONE.minus(count), Count::plus);
        categories.merge(category, count, Count::plus);
    }

    /** Share of an item's purchases that repeat an earlier one, 0 to 1. */
    public double of(String item) {
        double ofAll = all.towards(0);
        String category = categoryOf.getOrDefault(item, "");
        double ofCategory = categories.getOrDefault(category, NONE).towards(ofAll);
        return items.getOrDefault(item, NONE).towards(ofCategory);
    }
}
