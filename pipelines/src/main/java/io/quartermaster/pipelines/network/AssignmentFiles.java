package io.quartermaster.pipelines.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.quartermaster.domain.network.OrderAssignment;
import io.quartermaster.domain.network.PlantNetwork;
import io.quartermaster.pipelines.event.JsonCodec;
import io.quartermaster.pipelines.event.TenDigits;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Writes who makes and brings each order: {@code assigned.csv, unserved.csv, summary.json}. */
public final class AssignmentFiles {

    private AssignmentFiles() {}

    public static void write(Path folder, PlantNetwork network, OrderAssignment assignment)
            throws IOException {
        try (CsvWriter csv = csv(folder.resolve("assigned.csv"))) {
            csv.writeRecord(
                    "order",
                    "day",
                    "plant",
                    "port",
                    "carrier",
                    "service",
                    "mode",
                    "days",
                    "plant_cost",
                    "freight_cost");
            for (OrderAssignment.Served one : assignment.served()) {
                csv.writeRecord(
                        one.order().id(),
                        one.order().day(),
                        one.plant(),
                        one.lane().port(),
                        one.lane().carrier(),
                        one.order().service(),
                        one.lane().mode(),
                        Integer.toString(one.lane().days()),
                        text(one.plantCost()),
                        text(one.freightCost()));
            }
        }
        try (CsvWriter csv = csv(folder.resolve("unserved.csv"))) {
            csv.writeRecord("order", "day", "customer", "product", "reason");
            for (OrderAssignment.Unserved one : assignment.unserved()) {
                csv.writeRecord(
                        one.order().id(),
                        one.order().day(),
                        one.order().customer(),
                        one.order().product(),
                        one.reason());
            }
        }
        Files.writeString(folder.resolve("summary.json"), summary(network, assignment));
    }

    private static CsvWriter csv(Path file) throws IOException {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file);
    }

    private static String text(double money) {
        return BigDecimal.valueOf(TenDigits.of(money)).toPlainString();
    }

    private static String summary(PlantNetwork network, OrderAssignment assignment)
            throws IOException {
        ObjectNode root = JsonCodec.mapper().createObjectNode();
        root.put("orders", assignment.served().size() + assignment.unserved().size());
        root.put("served", assignment.served().size());
        root.put("unserved", assignment.unserved().size());
        root.put("cost", TenDigits.of(assignment.cost()));
        root.put(
                "freight_cost",
                TenDigits.of(
                        assignment.served().stream()
                                .mapToDouble(OrderAssignment.Served::freightCost)
                                .sum()));
        Map<String, Integer> taken = new TreeMap<>();
        assignment.served().forEach(one -> taken.merge(one.plant(), 1, Integer::sum));
        ObjectNode plants = root.putObject("plants");
        network.plants()
                .forEach(
                        (name, plant) ->
                                plants.putObject(name)
                                        .put("orders", taken.getOrDefault(name, 0))
                                        .put("orders_per_day", plant.ordersPerDay()));
        return JsonCodec.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }
}
