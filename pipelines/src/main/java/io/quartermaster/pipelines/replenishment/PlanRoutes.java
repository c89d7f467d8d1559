package io.quartermaster.pipelines.replenishment;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quartermaster.domain.replenishment.TransferRoute;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The table {@code transshipment.csv} of a planning folder, which may be missing: the ways between
 * places on which any item can be moved, by unit.
 */
final class PlanRoutes {

    private PlanRoutes() {}

    /**
     * Reads it.
     *
     * @param places the folder's places and their indexes
     */
    static List<TransferRoute> read(Path folder, Map<String, Integer> places) {
        PlanTable table =
                PlanTable.optional(
                        folder, "transshipment.csv", "from", "to", "cost_per_unit", "days");
        List<TransferRoute> routes = new ArrayList<>();
        for (NamedCsvRecord row : table.rows()) {
            int from = place(table, row, "from", places);
            int to = place(table, row, "to", places);
            if (from == to) {
                throw table.problem(row, "to", table.text(row, "to"), "is where it starts");
            }
            if (routes.stream().anyMatch(one -> one.from() == from && one.to() == to)) {
                throw table.problem(row, "to", table.text(row, "to"), "stands there twice");
            }
            double cost = table.amount(row, "cost_per_unit");
            routes.add(new TransferRoute(from, to, cost, (int) table.whole(row, "days", 0)));
        }
        return routes;
    }

    private static int place(
            PlanTable table, NamedCsvRecord row, String column, Map<String, Integer> places) {
        String name = table.text(row, column);
        Integer place = places.get(name);
        if (place == null) {
            throw table.problem(row, column, name, "is not in places.csv");
        }
        return place;
    }
}
