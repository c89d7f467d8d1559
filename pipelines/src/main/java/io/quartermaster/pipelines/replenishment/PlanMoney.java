package io.quartermaster.pipelines.replenishment;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quartermaster.domain.replenishment.MoneyLimit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The tables of a planning folder that limit money, both of which may be missing: {@code
 * budget.csv} by order day, {@code brands.csv} by brand over the whole horizon.
 */
final class PlanMoney {

    private PlanMoney() {}

    /**
     * Reads both.
     *
     * @param days of the horizon
     * @param items the folder's items, with their brands
     */
    static List<MoneyLimit> read(Path folder, int days, PlanTable items) {
        List<MoneyLimit> limits = new ArrayList<>();
        PlanTable budgets = PlanTable.optional(folder, "budget.csv", "day", "limit");
        for (NamedCsvRecord row : budgets.rows()) {
            int day = (int) budgets.whole(row, "day", 0);
            double limit = budgets.amount(row, "limit");
            limits.add(new MoneyLimit("budget", "all", day, day, limit, Set.of()));
        }
        PlanTable brands = PlanTable.optional(folder, "brands.csv", "brand", "exposure_limit");
        for (NamedCsvRecord row : brands.rows()) {
            String brand = brands.text(row, "brand");
            Set<String> ofBrand = itemsOf(brand, items);
            if (ofBrand.isEmpty()) {
                throw brands.problem(row, "brand", brand, "has no item in items.csv");
            }
            double limit = brands.amount(row, "exposure_limit");
            limits.add(new MoneyLimit(MoneyLimit.EXPOSURE, brand, 0, days - 1, limit, ofBrand));
        }
        return limits;
    }

    private static Set<String> itemsOf(String brand, PlanTable items) {
        return items.rows().stream()
                .filter(row -> items.optionalText(row, "brand").orElse("").equals(brand))
                .map(row -> items.text(row, "item"))
                .collect(Collectors.toSet());
    }
}
