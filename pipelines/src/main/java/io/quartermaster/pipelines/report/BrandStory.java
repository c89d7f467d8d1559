package io.quartermaster.pipelines.report;

import io.quartermaster.domain.brand.BrandCriterion;
import io.quartermaster.pipelines.result.ResultFiles;
import io.quartermaster.pipelines.result.ResultRow;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One brand from its offer to its second judgement, told from the result tables alone. */
final class BrandStory {

    private final ResultFiles files;
    private final String brand;
    private final Set<String> items = new HashSet<>();
    private final List<ResultRow> scores;
    private final List<ResultRow> lifecycle;
    private final List<ResultRow> forecasts;
    private final TreeMap<LocalDate, Double> unitsByDay = new TreeMap<>();

    private BrandStory(ResultFiles files, String brand) throws IOException {
        this.files = files;
        this.brand = brand;
        files.each(
                "items",
                row -> {
                    if (row.text("brand").equals(brand)) {
                        items.add(row.text("item"));
                    }
                });
        this.scores = files.where("brand_scores", row -> row.text("brand").equals(brand));
        this.lifecycle = ofBrandInTimeOrder("lifecycle");
        this.forecasts = files.where("forecast", row -> row.flag("champion") && isOurs(row));
        files.each(
                "demand",
                row -> {
                    if (isOurs(row)) {
                        unitsByDay.merge(row.day("event_day"), row.number("units"), Double::sum);
                    }
                });
    }

    static BrandStory of(ResultFiles files, String brand) throws IOException {
        return new BrandStory(files, brand);
    }

    String brand() {
        return brand;
    }

    /** Every step in the order of a brand's way; each is there, happened or not. */
    List<StoryStep> steps() throws IOException {
        return List.of(
                offer(),
                judgement(),
                trialTerms(),
                firstForecast(),
                termsInPlan(),
                firstOrders(),
                sales(),
                recommendations(),
                feedback(),
                secondJudgement());
    }

    private StoryStep offer() throws IOException {
        Optional<ResultRow> offer = ofBrandInTimeOrder("offers").stream().findFirst();
        return offer.map(
                        row ->
                                new StoryStep(
                                        "offer",
                                        row.dayOfInstant("event_time"),
                                        "The brand offers itself",
                                        "%s offers %s items in %s through %s, at a mean cost of %s %s and a list price of %s; %s units a day, %s days from order to arrival."
                                                .formatted(
                                                        brand,
                                                        row.text("items"),
                                                        row.text("category"),
                                                        row.text("supplier"),
                                                        row.text("unit_cost"),
                                                        row.text("currency"),
                                                        row.text("list_price"),
                                                        row.text("capacity_per_day"),
                                                        row.text("lead_time_days"))))
                .orElseGet(() -> StoryStep.missing("offer", "The brand offers itself"));
    }

    private StoryStep judgement() {
        return firstJudgement()
                .map(row -> judged("judgement", "The offer is judged", row))
                .orElseGet(() -> StoryStep.missing("judgement", "The offer is judged"));
    }

    private static StoryStep judged(String name, String title, ResultRow row) {
        return new StoryStep(
                name,
                row.day("event_day"),
                title,
                "Score %s, position %s, stage %s, cluster %s. %s"
                        .formatted(
                                Html.number(row.number("score"), 3),
                                row.text("position"),
                                row.text("stage").toLowerCase(Locale.ROOT),
                                row.text("cluster").isEmpty() ? "not yet" : row.text("cluster"),
                                row.text("reason")));
    }

    /** The first score once the experts have judged. */
    Optional<ResultRow> firstJudgement() {
        Optional<LocalDate> evaluated = stageDay("EVALUATED");
        return scores.stream()
                .filter(row -> evaluated.map(d -> !row.day("event_day").isBefore(d)).orElse(true))
                .findFirst();
    }

    /** The last score, if it is later than the first. */
    Optional<ResultRow> lastJudgement() {
        return scores.isEmpty()
                ? Optional.empty()
                : Optional.of(scores.get(scores.size() - 1))
                        .filter(
                                last ->
                                        firstJudgement()
                                                .map(
                                                        f ->
                                                                last.day("event_day")
                                                                        .isAfter(
                                                                                f.day("event_day")))
                                                .orElse(false));
    }

    private StoryStep trialTerms() throws IOException {
        Optional<ResultRow> terms = ofBrandInTimeOrder("terms").stream().findFirst();
        return terms.map(
                        row ->
                                new StoryStep(
                                        "trial_terms",
                                        row.day("valid_from"),
                                        "Trial terms are agreed",
                                        "Packs of %s, at least %s units an order, %s days from order to arrival, an order every %s days, %s units a day, cost factor %s, until %s."
                                                .formatted(
                                                        row.text("pack_units"),
                                                        row.text("min_order_units"),
                                                        row.text("lead_time_days"),
                                                        row.text("order_every_days"),
                                                        row.text("capacity_per_day"),
                                                        row.text("cost_factor"),
                                                        row.text("valid_to").isEmpty()
                                                                ? "further notice"
                                                                : row.text("valid_to"))))
                .orElseGet(() -> StoryStep.missing("trial_terms", "Trial terms are agreed"));
    }

    private StoryStep firstForecast() {
        Optional<LocalDate> first =
                forecasts.stream().map(row -> row.day("made_on")).min(Comparator.naturalOrder());
        if (first.isEmpty()) {
            return StoryStep.missing("first_forecast", "The first forecast");
        }
        List<ResultRow> rows =
                forecasts.stream().filter(row -> row.day("made_on").equals(first.get())).toList();
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

    private StoryStep termsInPlan() throws IOException {
        List<ResultRow> lines = files.where("plan", this::isOurs);
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

    private StoryStep firstOrders() throws IOException {
        List<ResultRow> orders =
                files.where("purchase_orders", row -> row.text("brand").equals(brand));
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

    private StoryStep sales() {
        Optional<LocalDate> first =
                unitsByDay.entrySet().stream()
                        .filter(entry -> entry.getValue() > 0)
                        .map(Map.Entry::getKey)
                        .findFirst();
        double units = unitsByDay.values().stream().mapToDouble(value -> value).sum();
        return first.map(
                        day ->
                                new StoryStep(
                                        "sales",
                                        day,
                                        "Customers buy",
                                        "%s units sold over %d items since."
                                                .formatted(Html.number(units, 0), items.size())))
                .orElseGet(() -> StoryStep.missing("sales", "Customers buy"));
    }

    private StoryStep recommendations() throws IOException {
        List<ResultRow> rows = files.where("recommendations", this::isOurs);
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

    private StoryStep feedback() throws IOException {
        List<ResultRow> rows = files.where("feedback", this::isOurs);
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

    private StoryStep secondJudgement() {
        return lastJudgement()
                .map(row -> judged("second_judgement", "The brand is judged again", row))
                .orElseGet(
                        () -> StoryStep.missing("second_judgement", "The brand is judged again"));
    }

    /** Weight times rating of each criterion in the order of {@link BrandCriterion}. */
    static double[] parts(ResultRow score) {
        BrandCriterion[] criteria = BrandCriterion.values();
        double[] parts = new double[criteria.length];
        for (int i = 0; i < criteria.length; i++) {
            parts[i] = score.number("part_" + criteria[i].label());
        }
        return parts;
    }

    /** Units sold a day, all items of the brand. */
    SortedMap<LocalDate, Double> unitsByDay() {
        return new TreeMap<>(unitsByDay);
    }

    /** Expected units a day by the champion forecasts, each day as it was seen last before it. */
    SortedMap<LocalDate, Double> expectedByDay(String column) {
        TreeMap<String, ResultRow> latest = new TreeMap<>();
        for (ResultRow row : forecasts) {
            String key = row.text("item") + "|" + row.text("place") + "|" + row.text("event_day");
            latest.merge(
                    key,
                    row,
                    (a, b) -> a.text("made_on").compareTo(b.text("made_on")) >= 0 ? a : b);
        }
        TreeMap<LocalDate, Double> expected = new TreeMap<>();
        latest.values()
                .forEach(
                        row ->
                                expected.merge(
                                        row.day("event_day"), row.number(column), Double::sum));
        return expected;
    }

    /** Score of every day on which one was made. */
    SortedMap<LocalDate, Double> scoreByDay() {
        TreeMap<LocalDate, Double> byDay = new TreeMap<>();
        scores.forEach(row -> byDay.put(row.day("event_day"), row.number("score")));
        return byDay;
    }

    Optional<LocalDate> stageDay(String stage) {
        return lifecycle.stream()
                .filter(row -> row.text("stage").equals(stage))
                .map(row -> row.dayOfInstant("event_time"))
                .findFirst();
    }

    private boolean isOurs(ResultRow row) {
        return items.contains(row.text("item"));
    }

    private List<ResultRow> ofBrandInTimeOrder(String table) throws IOException {
        List<ResultRow> rows =
                new ArrayList<>(files.where(table, row -> row.text("brand").equals(brand)));
        rows.sort(Comparator.comparing(row -> row.text("event_time")));
        return rows;
    }
}
