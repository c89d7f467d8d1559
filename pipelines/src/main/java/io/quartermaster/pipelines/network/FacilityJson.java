package io.quartermaster.pipelines.network;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quartermaster.domain.engine.EngineChoice;
import io.quartermaster.domain.network.FacilityPlan;
import io.quartermaster.domain.network.FacilityProblem;
import io.quartermaster.pipelines.event.JsonCodec;
import io.quartermaster.pipelines.event.TenDigits;
import java.io.IOException;
import java.util.Locale;

/** A plan of places as JSON. */
public final class FacilityJson {

    private FacilityJson() {}

    /** Writes status, objective, bound, gap, seconds, the places that run and who serves whom. */
    public static String write(
            FacilityProblem problem, FacilityPlan plan, EngineChoice engine, double seconds)
            throws IOException {
        ObjectMapper mapper = JsonCodec.mapper();
        ObjectNode root = mapper.createObjectNode();
        root.put("status", plan.status().name().toLowerCase(Locale.ROOT));
        root.put("objective", plan.found() ? TenDigits.of(plan.cost()) : null);
        root.put("bound", Double.isFinite(plan.bound()) ? TenDigits.of(plan.bound()) : null);
        root.put("gap", plan.found() ? TenDigits.of(plan.gap()) : null);
        root.put("seconds", TenDigits.of(seconds));
        root.put("solver", engine.name());
        root.put("reason", engine.reason());
        if (plan.found()) {
            root.put("fixed_cost", TenDigits.of(plan.fixedCost()));
            root.put("serving_cost", TenDigits.of(plan.servingCost()));
            ArrayNode violations = root.putArray("violations");
            plan.violations(problem).forEach(violations::add);
            places(problem, plan, root.putArray("places"));
            served(problem, plan, root.putArray("served"));
        }
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static void places(FacilityProblem problem, FacilityPlan plan, ArrayNode places) {
        for (int place = 0; place < plan.runs().length; place++) {
            FacilityProblem.Place one = problem.places().get(place);
            ObjectNode node = places.addObject();
            node.put("place", one.name());
            node.put("runs", plan.runs()[place]);
            node.put("units", TenDigits.of(plan.units(problem, place)));
            node.put(
                    "capacity",
                    Double.isFinite(one.capacity()) ? TenDigits.of(one.capacity()) : null);
        }
    }

    private static void served(FacilityProblem problem, FacilityPlan plan, ArrayNode served) {
        for (int customer = 0; customer < plan.shares().length; customer++) {
            FacilityProblem.Customer one = problem.customers().get(customer);
            for (int place = 0; place < plan.runs().length; place++) {
                double share = plan.shares()[customer][place];
                if (share > 0) {
                    served.addObject()
                            .put("customer", one.name())
                            .put("place", problem.places().get(place).name())
                            .put("units", TenDigits.of(share * one.demand()))
                            .put("cost", TenDigits.of(share * problem.costs()[customer][place]));
                }
            }
        }
    }
}
