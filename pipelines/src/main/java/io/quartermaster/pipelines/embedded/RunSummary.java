package io.quartermaster.pipelines.embedded;

import io.quartermaster.domain.brand.BrandScore;
import io.quartermaster.domain.event.BrandOffer;
import io.quartermaster.domain.recommendation.Recommendation;
import io.quartermaster.domain.replenishment.PlanSummary;
import io.quartermaster.domain.satisfaction.SatisfactionScore;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.JsonCodec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a run did, in figures: {@code summary.json}. */
public final class RunSummary {

    /** Name of the file in the output folder. */
    public static final String FILE = "summary.json";

    private final Map<String, Object> fields = new LinkedHashMap<>();

    private RunSummary() {}

    static RunSummary of(
            RunRequest request,
            RunDays days,
            LineCounts lines,
            Map<String, Long> rows,
            RunExchange exchange,
            List<String> notes)
            throws IOException {
        RunSummary summary = new RunSummary();
        Map<String, Object> fields = summary.fields;
        fields.put("version", ProductVersion.current());
        fields.put("verb", request.verb());
        fields.put("history", request.history());
        fields.put("lines_in", lines.in());
        fields.put("lines_clean", lines.clean());
        fields.put("lines_quarantined", lines.quarantined());
        fields.put("quarantined_by_rule", lines.quarantinedByRule());
        fields.put("first_day", days.first().toString());
        fields.put("last_day", days.last().toString());
        fields.put("tail_start", days.tailStart().toString());
        fields.put("rows", rows);
        fields.put("plan", plan(exchange.contents(Channels.PLAN_SUMMARIES)));
        fields.put("headline", headline(exchange, rows));
        fields.put("story_brand", story(request, exchange));
        fields.put("notes", notes);
        return summary;
    }

    /** The brand asked for, or the one that was offered last; empty if none was. */
    private static String story(RunRequest request, RunExchange exchange) throws IOException {
        if (!request.storyBrand().isEmpty()) {
            return request.storyBrand();
        }
        return exchange.contents(Channels.OFFERS).stream()
                .max(Comparator.comparing(BrandOffer::time).thenComparing(BrandOffer::brand))
                .map(BrandOffer::brand)
                .orElse("");
    }

    private static Map<String, Object> plan(List<PlanSummary> summaries) {
        Map<String, Long> byStatus = new TreeMap<>();
        Map<String, Long> bySolver = new TreeMap<>();
        summaries.forEach(
                plan -> {
                    byStatus.merge(plan.status(), 1L, Long::sum);
                    bySolver.merge(plan.solver(), 1L, Long::sum);
                });
        Map<String, Object> plan = new LinkedHashMap<>();
        plan.put("plans", summaries.size());
        plan.put("by_status", byStatus);
        plan.put("by_solver", bySolver);
        plan.put("lines", summaries.stream().mapToLong(PlanSummary::lines).sum());
        plan.put("units", summaries.stream().mapToLong(PlanSummary::units).sum());
        plan.put("violations", summaries.stream().mapToLong(PlanSummary::violations).sum());
        plan.put("objective", summaries.stream().mapToDouble(PlanSummary::objective).sum());
        plan.put(
                "bound",
                summaries.stream().mapToDouble(PlanSummary::bound).filter(Double::isFinite).sum());
        return plan;
    }

    private static Map<String, Object> headline(RunExchange exchange, Map<String, Long> rows)
            throws IOException {
        Map<String, Double> satisfaction = new TreeMap<>();
        for (SatisfactionScore score : exchange.contents(Channels.SATISFACTION)) {
            if (List.of("brand", "seller").contains(score.entityKind())) {
                satisfaction.put(score.entityKind() + "|" + score.entity(), score.score());
            }
        }
        Map<String, Object> headline = new LinkedHashMap<>();
        headline.put(
                "brands_judged",
                exchange.contents(Channels.BRAND_SCORES).stream()
                        .map(BrandScore::brand)
                        .distinct()
                        .count());
        headline.put("purchase_orders", rows.get("purchase_orders"));
        headline.put(
                "customers_advised",
                exchange.contents(Channels.RECOMMENDATIONS).stream()
                        .map(Recommendation::customer)
                        .distinct()
                        .count());
        satisfaction.values().stream()
                .mapToDouble(score -> score)
                .average()
                .ifPresent(mean -> headline.put("satisfaction", mean));
        return headline;
    }

    /** Adds a field. */
    RunSummary with(String field, Object value) {
        fields.put(field, value);
        return this;
    }

    /** The value of a field, as it was put. */
    public Object field(String name) {
        return fields.get(name);
    }

    /** Writes the file, with the memory used and the seconds of each stage up to now. */
    void write(Path output, Map<String, Double> secondsByStage) throws IOException {
        fields.put("seconds", secondsByStage);
        fields.put("peak_memory_mb", PeakMemory.megabytes());
        JsonCodec.mapper()
                .writerWithDefaultPrettyPrinter()
                .writeValue(output.resolve(FILE).toFile(), fields);
    }
}
