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
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What the result tables tell of one brand. */
final class BrandFacts {

    private final ResultFiles files;
    private final String brand;
    private final Set<String> items = new HashSet<>();
    private final List<ResultRow> scores;
    private final List<ResultRow> lifecycle;
    private final List<ResultRow> forecasts;
    private final TreeMap<LocalDate, Double> unitsByDay = new TreeMap<>();

    BrandFacts(ResultFiles files, String brand) throws IOException {
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

    String brand() {
        return brand;
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

    boolean isOurs(ResultRow row) {
        return items.contains(row.text("item"));
    }

    List<ResultRow> ofBrandInTimeOrder(String table) throws IOException {
        List<ResultRow> rows =
                new ArrayList<>(files.where(table, row -> row.text("brand").equals(brand)));
        rows.sort(Comparator.comparing(row -> row.text("event_time")));
        return rows;
    }

    Set<String> items() {
        return Set.copyOf(items);
    }

    List<ResultRow> forecasts() {
        return List.copyOf(forecasts);
    }

    List<ResultRow> where(String table, Predicate<ResultRow> wanted) throws IOException {
        return files.where(table, wanted);
    }
}
