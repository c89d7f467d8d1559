package io.quartermaster.pipelines.report;

import io.quartermaster.pipelines.result.ResultRow;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The steps of a brand that bring its goods: forecast, plan, orders. */
final class SupplySteps {

    private final BrandFacts facts;

    SupplySteps(BrandFacts facts) {
        this.facts = facts;
    }

    StoryStep firstForecast() {
        Optional<LocalDate> first =
                facts.forecasts().stream()
                        .map(row -> row.day("made_on"))
                        .min(Comparator.naturalOrder());
        if (first.isEmpty()) {
            return StoryStep.missing("first_forecast", "The first forecast");
        }
        List<ResultRow> rows =
                facts.forecasts().stream()
                        .filter(row -> row.day("made_on").equals(first.get()))
                        .toList();
        LocalDate day =
                rows.stream()
                        .filter(row -> row.number("mean") > 0)
                        .map(row -> row.day("event_day"))
                        .min(Comparator.naturalOrder())
                        .orElse(first.get().plusDays(1));
        double firstDay =
                rows.stream()
                        .filter(row -> row.day("event_day").equals(day))
                        .mapToDouble(row -> row.number("mean"))
                        .sum();
        String models =
                rows.stream()
                        .map(row -> row.text("model_name"))
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(", "));
        return new StoryStep(
                "first_forecast",
                first.get(),
                "A forecast before any history",
                "Of its first day on sale, %s, %s units are expected over %d items, by %s."
                        .formatted(
                                day,
                                Html.number(firstDay, 1),
                                rows.stream().map(row -> row.text("item")).distinct().count(),
                                models));
    }

    StoryStep termsInPlan() throws IOException {
        List<ResultRow> lines = facts.where("plan", facts::isOurs);
        if (lines.isEmpty()) {
            return StoryStep.missing("terms_in_plan", "The terms bind the plan");
        }
        ResultRow first = lines.get(0);
        return new StoryStep(
                "terms_in_plan",
                first.day("plan_day"),
                "The terms bind the plan",
                "%s: %s units in %s packs of %s, ordered %s, there on %s. %s"
                        .formatted(
                                first.text("item"),
                                first.text("quantity"),
                                first.text("packs"),
                                first.whole("quantity") / Math.max(1, first.whole("packs")),
                                first.text("order_day"),
                                first.text("arrival_day"),
                                first.text("reason")));
    }

    StoryStep firstOrders() throws IOException {
        List<ResultRow> orders =
                facts.where("purchase_orders", row -> row.text("brand").equals(facts.brand()));
        Optional<LocalDate> first =
                orders.stream().map(row -> row.day("order_day")).min(Comparator.naturalOrder());
        return first.map(
                        day ->
                                new StoryStep(
                                        "first_orders",
                                        day,
                                        "The first orders",
                                        "%d orders of %s units in all; the first is %s."
                                                .formatted(
                                                        orders.size(),
                                                        Html.number(
                                                                orders.stream()
                                                                        .mapToDouble(
                                                                                row ->
                                                                                        row.number(
                                                                                                "quantity"))
                                                                        .sum(),
                                                                0),
                                                        orders.stream()
                                                                .filter(
                                                                        row ->
                                                                                row.day("order_day")
                                                                                        .equals(
                                                                                                day))
                                                                .findFirst()
                                                                .orElseThrow()
                                                                .text("purchase_order"))))
                .orElseGet(() -> StoryStep.missing("first_orders", "The first orders"));
    }
}
