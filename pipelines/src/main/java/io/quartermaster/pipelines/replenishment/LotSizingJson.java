package io.quartermaster.pipelines.replenishment;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quartermaster.domain.engine.EngineChoice;
import io.quartermaster.domain.replenishment.lotsizing.LotSizing;
import io.quartermaster.domain.replenishment.lotsizing.LotSizingPlan;
import io.quartermaster.domain.replenishment.lotsizing.LotSizingProblem;
import io.quartermaster.pipelines.event.JsonCodec;
import io.quartermaster.pipelines.event.TenDigits;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** A solved lot sizing as JSON; periods and items count from 1. */
public final class LotSizingJson {

    private LotSizingJson() {}

    /** Writes status, objective, bound, gap, seconds and the plan. */
    public static String write(
            LotSizingProblem problem, LotSizing solved, EngineChoice engine, double seconds)
            throws IOException {
        ObjectMapper mapper = JsonCodec.mapper();
        ObjectNode root = mapper.createObjectNode();
        root.put("status", solved.status().name().toLowerCase(Locale.ROOT));
        Optional<LotSizingPlan> plan = solved.plan();
        root.put("objective", plan.map(one -> TenDigits.of(one.cost())).orElse(null));
        root.put("bound", Double.isFinite(solved.bound()) ? TenDigits.of(solved.bound()) : null);
        root.put("gap", plan.isPresent() ? TenDigits.of(solved.gap()) : null);
        root.put("seconds", TenDigits.of(seconds));
        root.put("solver", engine.name());
        root.put("reason", engine.reason());
        root.put("nodes", solved.nodes());
        root.put("items", problem.items().size());
        root.put("periods", problem.periods());
        plan.ifPresent(one -> put(problem, one, root));
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static void put(LotSizingProblem problem, LotSizingPlan plan, ObjectNode root) {
        root.put("setup_cost", TenDigits.of(plan.setupCost()));
        root.put("holding_cost", TenDigits.of(plan.holdingCost()));
        ArrayNode violations = root.putArray("violations");
        plan.violations(problem).forEach(violations::add);
        ArrayNode periods = root.putArray("plan");
        for (int period = 0; period < problem.periods(); period++) {
            ObjectNode one = periods.addObject();
            one.put("period", period + 1);
            one.put("time_used", TenDigits.of(plan.timeUsed(problem, period)));
            ArrayNode lots = one.putArray("lots");
            ArrayNode stock = one.putArray("stock");
            for (int item = 0; item < problem.items().size(); item++) {
                stock.add(TenDigits.of(plan.stock()[period][item]));
                if (plan.setup()[period][item]) {
                    lots.addObject()
                            .put("item", item + 1)
                            .put("quantity", TenDigits.of(plan.made()[period][item]));
                }
            }
        }
    }
}
