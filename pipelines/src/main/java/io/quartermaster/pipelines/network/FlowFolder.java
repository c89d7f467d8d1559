package io.quartermaster.pipelines.network;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quartermaster.domain.network.FlowProblem;
import io.quartermaster.domain.network.MinimumCostFlow;
import io.quartermaster.pipelines.event.CsvTable;
import io.quartermaster.pipelines.event.JsonCodec;
import io.quartermaster.pipelines.event.TenDigits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A flow's tables, {@code places.csv} (place, supply; below 0 what it asks for) and {@code
 * arcs.csv} (from, to, unit_cost, capacity, empty for no limit), and its answer as JSON.
 */
public final class FlowFolder {

    private FlowFolder() {}

    /**
     * Reads a problem.
     *
     * @throws IllegalArgumentException when a table is missing or a line is wrong
     */
    public static FlowProblem read(Path folder) throws IOException {
        Map<String, Integer> numbers = new HashMap<>();
        List<FlowProblem.Place> places = new ArrayList<>();
        try (CsvTable table = CsvTable.open(folder.resolve("places.csv"), "place", "supply")) {
            while (table.next()) {
                String name = table.name("place").strip();
                if (numbers.putIfAbsent(name, places.size()) != null) {
                    throw table.wrong("Its place (%s) stands twice.".formatted(name));
                }
                places.add(new FlowProblem.Place(name, table.number("supply")));
            }
        }
        List<FlowProblem.Arc> arcs = new ArrayList<>();
        try (CsvTable table =
                CsvTable.open(folder.resolve("arcs.csv"), "from", "to", "unit_cost", "capacity")) {
            while (table.next()) {
                double capacity =
                        table.text("capacity").isBlank()
                                ? Double.POSITIVE_INFINITY
                                : FacilityFolder.amount(table, "capacity");
                arcs.add(
                        new FlowProblem.Arc(
                                number(table, "from", numbers),
                                number(table, "to", numbers),
                                capacity,
                                FacilityFolder.amount(table, "unit_cost")));
            }
        }
        return new FlowProblem(places, arcs);
    }

    private static int number(CsvTable table, String column, Map<String, Integer> numbers) {
        String name = table.name(column).strip();
        Integer number = numbers.get(name);
        if (number == null) {
            throw table.wrong("Its %s (%s) is not in places.csv.".formatted(column, name));
        }
        return number;
    }

    /** Writes status, objective, the flow of each arc that carries any, and each place. */
    public static String write(FlowProblem problem, MinimumCostFlow solved) throws IOException {
        ObjectNode root = JsonCodec.mapper().createObjectNode();
        root.put("status", solved.complete() ? "optimal" : "short");
        root.put("objective", TenDigits.of(solved.cost()));
        root.put("violation", TenDigits.of(solved.violation(problem)));
        ArrayNode flows = root.putArray("flows");
        for (int i = 0; i < solved.flow().length; i++) {
            FlowProblem.Arc arc = problem.arcs().get(i);
            if (solved.flow()[i] > 0) {
                flows.addObject()
                        .put("from", problem.places().get(arc.from()).name())
                        .put("to", problem.places().get(arc.to()).name())
                        .put("units", TenDigits.of(solved.flow()[i]))
                        .put("cost", TenDigits.of(solved.flow()[i] * arc.unitCost()));
            }
        }
        ArrayNode places = root.putArray("places");
        for (int place = 0; place < problem.places().size(); place++) {
            places.addObject()
                    .put("place", problem.places().get(place).name())
                    .put("shortfall", TenDigits.of(solved.shortfall()[place]))
                    .put("price", solved.complete() ? TenDigits.of(solved.price()[place]) : null);
        }
        return JsonCodec.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }
}
