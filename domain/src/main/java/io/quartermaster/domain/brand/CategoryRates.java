package io.quartermaster.domain.brand;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * What the mean item of a category sells: units over days on sale, those that came back too.
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
        Map<String, Double> units = new HashMap<>();
        Map<String, Double> days = new HashMap<>();
        double allUnits = 0;
        double allDays = 0;
        for (ItemSales item : items) {
            if (item.days() > 0) {
                units.merge(item.category(), item.units(), Double::sum);
                days.merge(item.category(), item.days(), Double::sum);
                allUnits += item.units();
                allDays += item.days();
            }
        }
        units.replaceAll((category, sold) -> sold / days.get(category));
        return new CategoryRates(units, allDays > 0 ? allUnits / allDays : 0);
    }

    /** Units a day of the mean item of a category. */
    public double perDay(String category) {
        return ofCategories.getOrDefault(category, ofAll);
    }
}
