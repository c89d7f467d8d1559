package io.quartermaster.pipelines.report;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Satisfaction over time, brand by brand or, where there are none, seller by seller. */
final class SatisfactionSection implements ReportSection {

    private static final int CHARTS = 12;

    private static final class Entity {
        private final String name;
        private final TreeMap<LocalDate, Double> scores = new TreeMap<>();
        private String action = "";

        Entity(String name) {
            this.name = name;
        }
    }

    @Override
    public String anchor() {
        return "satisfaction";
    }

    @Override
    public String title() {
        return "Satisfaction";
    }

    @Override
    public void write(Html html, ReportInput input) throws IOException {
        html.section(
                anchor(),
                "Satisfaction over time",
                "S is a weighted sum of returns, complaints, punctuality, rating, fill rate, quality, price, speed, service and stock-outs, each 0 to 1 and fading with time. The table satisfaction says why each score changed.");
        Map<String, Map<String, Entity>> kinds = new HashMap<>();
        input.files()
                .each(
                        "satisfaction",
                        row -> {
                            Entity entity =
                                    kinds.computeIfAbsent(
                                                    row.text("entity_kind"), k -> new TreeMap<>())
                                            .computeIfAbsent(row.text("entity"), Entity::new);
                            entity.scores.put(row.day("event_day"), row.number("score"));
                            entity.action = row.text("action");
                        });
        Map<String, Entity> entities =
                kinds.getOrDefault("brand", kinds.getOrDefault("seller", Map.of()));
        if (entities.isEmpty()) {
            html.element(
                    "p",
                    "none",
                    "This history tells neither brands nor sellers, so satisfaction cannot be known.");
        }
        html.raw("<div class=\"grid\">\n");
        longest(entities).forEach(entity -> chart(html, entity));
        html.raw("</div>\n");
        if (entities.size() > CHARTS) {
            html.paragraph(
                    "The %d with the most days of %d are shown; all are in csv/satisfaction.csv."
                            .formatted(CHARTS, entities.size()));
        }
        html.endSection();
    }

    private static List<Entity> longest(Map<String, Entity> entities) {
        return entities.values().stream()
                .sorted(
                        Comparator.comparing((Entity entity) -> -entity.scores.size())
                                .thenComparing(entity -> entity.name))
                .limit(CHARTS)
                .sorted(Comparator.comparing(entity -> entity.name))
                .toList();
    }

    private static void chart(Html html, Entity entity) {
        html.raw("<figure><figcaption><b>").text(entity.name).raw("</b> ");
        html.text(Html.number(entity.scores.lastEntry().getValue(), 3));
        html.text(entity.action.isEmpty() ? "" : ". " + entity.action);
        html.raw("</figcaption>")
                .raw(
                        new DayChart("Satisfaction with " + entity.name)
                                .upTo(1)
                                .line("score", entity.scores)
                                .svg())
                .raw("</figure>\n");
    }
}
