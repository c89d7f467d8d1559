package io.quartermaster.pipelines.report;

import io.quartermaster.pipelines.result.ResultRow;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The steps of a brand that its customers take. */
final class CustomerSteps {

    private final BrandFacts facts;

    CustomerSteps(BrandFacts facts) {
        this.facts = facts;
    }

    StoryStep sales() {
        Optional<LocalDate> first =
                facts.unitsByDay().entrySet().stream()
                        .filter(entry -> entry.getValue() > 0)
                        .map(Map.Entry::getKey)
                        .findFirst();
        double units = facts.unitsByDay().values().stream().mapToDouble(value -> value).sum();
        return first.map(
                        day ->
                                new StoryStep(
                                        "sales",
                                        day,
                                        "Customers buy",
                                        "%s units sold over %d items since."
                                                .formatted(
                                                        Html.number(units, 0),
                                                        facts.items().size())))
                .orElseGet(() -> StoryStep.missing("sales", "Customers buy"));
    }

    StoryStep recommendations() throws IOException {
        List<ResultRow> rows = facts.where("recommendations", facts::isOurs);
        return rows.stream()
                .min(Comparator.comparing(row -> row.text("as_of")))
                .map(
                        row ->
                                new StoryStep(
                                        "recommendations",
                                        row.dayOfInstant("as_of"),
                                        "Its items are recommended",
                                        "%d times; first to %s at position %s: %s"
                                                .formatted(
                                                        rows.size(),
                                                        row.text("customer"),
                                                        row.text("position"),
                                                        row.text("reason"))))
                .orElseGet(() -> StoryStep.missing("recommendations", "Its items are recommended"));
    }

    StoryStep feedback() throws IOException {
        List<ResultRow> rows = facts.where("feedback", facts::isOurs);
        double rating =
                rows.stream()
                        .mapToDouble(row -> row.number("rating"))
                        .filter(value -> value > 0)
                        .average()
                        .orElse(Double.NaN);
        long complaints = rows.stream().filter(row -> !row.text("complaint").isEmpty()).count();
        return rows.stream()
                .map(row -> row.dayOfInstant("event_time"))
                .min(Comparator.naturalOrder())
                .map(
                        day ->
                                new StoryStep(
                                        "feedback",
                                        day,
                                        "Customers answer",
                                        "%d reviews, %s of 5 on average, %d complaints."
                                                .formatted(
                                                        rows.size(),
                                                        Html.number(rating, 2),
                                                        complaints)))
                .orElseGet(() -> StoryStep.missing("feedback", "Customers answer"));
    }
}
