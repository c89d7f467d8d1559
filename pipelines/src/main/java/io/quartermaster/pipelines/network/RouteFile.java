package io.quartermaster.pipelines.network;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quartermaster.domain.engine.EngineChoice;
import io.quartermaster.domain.network.RoutePlan;
import io.quartermaster.domain.network.RouteProblem;
import io.quartermaster.pipelines.event.CsvTable;
import io.quartermaster.pipelines.event.JsonCodec;
import io.quartermaster.pipelines.event.TenDigits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Stops as CSV, one a line as Solomon lists them, the depot first ({@code stop, x, y, demand,
 * ready_time, due_time, service_time}), and their routes as JSON.
 */
public final class RouteFile {

    private static final int MAX_STOPS = 5000;

    private RouteFile() {}

    /**
     * Reads the depot and the stops.
     *
     * @throws IllegalArgumentException when the file is missing or a line is wrong
     */
    public static List<RouteProblem.Stop> read(Path file) throws IOException {
        List<RouteProblem.Stop> stops = new ArrayList<>();
        Set<String> names = new HashSet<>();
        try (CsvTable table =
                CsvTable.open(
                        file,
                        "stop",
                        "x",
                        "y",
                        "demand",
                        "ready_time",
                        "due_time",
                        "service_time")) {
            while (table.next()) {
                String name = table.name("stop").strip();
                if (!names.add(name)) {
                    throw table.wrong("Its stop (%s) stands twice.".formatted(name));
                }
                if (stops.size() > MAX_STOPS) {
                    throw table.wrong("There are more than %d stops.".formatted(MAX_STOPS));
                }
                stops.add(stop(table, name));
            }
        }
        if (stops.size() < 2) {
            throw new IllegalArgumentException(
                    "The file (%s) must hold a depot and at least one stop.\nMaybe only its header was written."
                            .formatted(file));
        }
        return stops;
    }

    private static RouteProblem.Stop stop(CsvTable table, String name) {
        double ready = FacilityFolder.amount(table, "ready_time");
        double due = FacilityFolder.amount(table, "due_time");
        if (due < ready) {
            throw table.wrong(
                    "Its due_time (%s) is before its ready_time (%s).".formatted(due, ready));
        }
        return new RouteProblem.Stop(
                name,
                table.number("x"),
                table.number("y"),
                FacilityFolder.amount(table, "demand"),
                ready,
                due,
                FacilityFolder.amount(table, "service_time"));
    }

    /** Writes distance, vehicles, each route with its times, and who is not visited and why. */
    public static String write(
            RouteProblem problem, RoutePlan plan, EngineChoice engine, double seconds)
            throws IOException {
        ObjectNode root = JsonCodec.mapper().createObjectNode();
        root.put("distance", TenDigits.of(plan.distance()));
        root.put("vehicles", plan.routes().size());
        root.put("visited", problem.stops().size() - plan.unserved().size());
        root.put("seconds", TenDigits.of(seconds));
        root.put("router", engine.name());
        root.put("reason", engine.reason());
        ArrayNode violations = root.putArray("violations");
        plan.violations(problem).forEach(violations::add);
        ArrayNode routes = root.putArray("routes");
        for (RoutePlan.Route route : plan.routes()) {
            ObjectNode one = routes.addObject();
            one.put("distance", TenDigits.of(route.distance()));
            one.put("load", TenDigits.of(route.load()));
            one.put("back_at", TenDigits.of(route.backAt()));
            ArrayNode visits = one.putArray("visits");
            for (RoutePlan.Visit visit : route.visits()) {
                visits.addObject()
                        .put("stop", visit.stop().name())
                        .put("arrival", TenDigits.of(visit.arrival()))
                        .put("begin", TenDigits.of(visit.begin()));
            }
        }
        ArrayNode unserved = root.putArray("unserved");
        for (RoutePlan.Unserved one : plan.unserved()) {
            unserved.addObject().put("stop", one.stop().name()).put("reason", one.reason());
        }
        return JsonCodec.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }
}
