package io.quartermaster.domain.brand;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * What the mean item of a category sells: units kept over days on sale.
 *
 * @param ofCategories units a day, of the categories that were on sale
 * @param ofAll of all items, for other categories; 0 if nothing was on sale
 */
public record CategoryRates(Map<String, Double> ofCategories, double ofAll) {

    public CategoryRates {
        ofCategories = Map.copyOf(ofCategories);
    }

    /** The rates of these items, each counted by its days on sale. */
    public static CategoryRates of(Collection<ItemSales> items) {
        Map<String, Double> kept = new HashMap<>();
        Map<String, Double> days = new HashMap<>();
        double allKept = 0;
        double allDays = 0;
        for (ItemSales item : items) {
            if (item.days() > 0) {
                kept.merge(item.category(), item.kept(), Double::sum);
                days.merge(item.category(), item.days(), Double::sum);
                allKept += item.kept();
                allDays += item.days();
            }
        }
        kept.replaceAll((category, units) -> units / days.get(category));
        return new CategoryRates(kept, allDays > 0 ? allKept / allDays : 0);
    }

    /** Units a day of the mean item of a category. */
    public double perDay(String category) {
        return ofCategories.getOrDefault(category, ofAll);
    }
}
