package io.quartermaster.pipelines.replenishment;

import io.quartermaster.domain.replenishment.CapacityPool;
import io.quartermaster.domain.replenishment.MoneyLimit;
import io.quartermaster.domain.replenishment.ReplenishmentProblem;
import io.quartermaster.domain.replenishment.StoragePlace;
import java.util.ArrayList;
import java.util.List;

/** Prices of the limits that a problem gives, as rows of a table. */
final class PriceRows {

    private PriceRows() {}

    /**
     * The price of a limit.
     *
     * @param rule as {@code --without} spells it
     * @param key supplier, place, {@code all} or brand
     * @param day of the plan
     * @param price money per unit of the limit
     */
    record Row(String rule, String key, int day, double price) {
        String[] cells() {
            return new String[] {rule, key, String.valueOf(day), PlanFiles.plain(price)};
        }
    }

    /**
     * The rows, limits without end left out.
     *
     * @param capacity by pool and day
     * @param volume by place and day
     * @param money by limit of money
     */
    static List<Row> of(
            ReplenishmentProblem problem, double[][] capacity, double[][] volume, double[] money) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < capacity.length; i++) {
            CapacityPool pool = problem.pools().get(i);
            if (Double.isFinite(pool.unitsPerDay())) {
                add(rows, "supplier_capacity", pool.name(), capacity[i]);
            }
        }
        for (int i = 0; i < volume.length; i++) {
            StoragePlace place = problem.places().get(i);
            if (Double.isFinite(place.volumeCapacity())) {
                add(rows, "volume_capacity", place.name(), volume[i]);
            }
        }
        for (int i = 0; i < money.length; i++) {
            MoneyLimit limit = problem.money().get(i);
            rows.add(new Row(limit.rule(), limit.key(), limit.fromDay(), money[i]));
        }
        return rows;
    }

    private static void add(List<Row> rows, String rule, String key, double[] byDay) {
        for (int day = 0; day < byDay.length; day++) {
            rows.add(new Row(rule, key, day, byDay[day]));
        }
    }
}
