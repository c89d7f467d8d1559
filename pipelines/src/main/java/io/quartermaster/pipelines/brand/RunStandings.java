package io.quartermaster.pipelines.brand;

import io.quartermaster.domain.brand.BrandExpectation;
import io.quartermaster.domain.brand.FailureRate;
import io.quartermaster.domain.brand.PartnerRisk;
import io.quartermaster.domain.event.BrandStage;
import io.quartermaster.domain.event.EventKind;
import io.quartermaster.domain.event.LifeCycleStep;
import io.quartermaster.pipelines.event.CsvTable;
import io.quartermaster.pipelines.event.RunTables;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where each scored brand stands at the end of a run.
 *
 * @param brands score, stage and risk by brand, in alphabetical order
 * @param failure how often brands failed in the run
 * @param ofDiscontent what whole discontent of a brand's customers comes to as a risk
 */
record RunStandings(Map<String, Standing> brands, FailureRate failure, double ofDiscontent) {

    private static final String EXIT = "exit";

    /** Risk of leaving of a suspended brand, where the run raised no alert of it. */
    private static final double SUSPENDED = 0.9;

    /**
     * One brand.
     *
     * @param score of the last day it was scored, 0 to 1
     * @param stage last step of its life cycle
     * @param risk probability that the cooperation fails, 0 to 1
     */
    record Standing(double score, BrandStage stage, double risk) {}

    private record Scored(
            String firstDay, String lastDay, double score, BrandStage stage, double satisfaction) {

        Scored plus(Scored other) {
            Scored later = lastDay.compareTo(other.lastDay) > 0 ? this : other;
            String first = firstDay.compareTo(other.firstDay) < 0 ? firstDay : other.firstDay;
            return new Scored(first, later.lastDay, later.score, later.stage, later.satisfaction);
        }

        Scored drawn(BrandExpectation expected) {
            return new Scored(firstDay, lastDay, score, stage, expected.satisfaction(satisfaction));
        }
    }

    /**
     * Reads the tables.
     *
     * @param lastDay of the run
     * @param days that a cooperation is planned for
     * @param priors towards which each brand's satisfaction is drawn
     */
    static RunStandings of(RunTables tables, LocalDate lastDay, int days, RunPriors priors)
            throws IOException {
        Map<String, LifeCycleStep> steps = new HashMap<>();
        tables.events(EventKind.LIFECYCLE, LifeCycleStep.class)
                .forEach(step -> steps.put(step.brand(), step));
        RunAlerts alerts = RunAlerts.of(tables);
        Map<String, Scored> scores = scores(tables, priors);
        FailureRate failure = alerts.rate(brandDays(scores, steps, lastDay));
        double discontent =
                scores.values().stream()
                        .mapToDouble(one -> 1 - one.satisfaction())
                        .average()
                        .orElse(0);
        double ofDiscontent = failure.ofDiscontent(discontent, days);
        Map<String, Standing> brands = new TreeMap<>();
        scores.forEach(
                (brand, last) -> {
                    LifeCycleStep step = steps.get(brand);
                    BrandStage stage = step == null ? last.stage() : step.stage();
                    Map<String, Double> standing =
                            new TreeMap<>(alerts.standing().getOrDefault(brand, Map.of()));
                    if (stage == BrandStage.SUSPENDED) {
                        standing.merge(EXIT, SUSPENDED, Math::max);
                    }
                    double risk =
                            PartnerRisk.of(ofDiscontent, last.satisfaction(), standing.values());
                    brands.put(brand, new Standing(last.score(), stage, risk));
                });
        return new RunStandings(brands, failure, ofDiscontent);
    }

    /** From each brand's first score to the run's last day, or to the day on which it ended. */
    private static long brandDays(
            Map<String, Scored> scores, Map<String, LifeCycleStep> steps, LocalDate lastDay) {
        long days = 0;
        for (Map.Entry<String, Scored> one : scores.entrySet()) {
            LifeCycleStep step = steps.get(one.getKey());
            LocalDate end =
                    step != null && step.stage() == BrandStage.ENDED
                            ? LocalDate.ofInstant(step.time(), ZoneOffset.UTC)
                            : lastDay;
            LocalDate start = LocalDate.parse(one.getValue().firstDay());
            days += Math.max(0, ChronoUnit.DAYS.between(start, end) + 1);
        }
        return days;
    }

    private static Map<String, Scored> scores(RunTables tables, RunPriors priors)
            throws IOException {
        Map<String, Scored> scores = new TreeMap<>();
        try (CsvTable table =
                tables.open(
                        "brand_scores",
                        "brand",
                        "event_day",
                        "score",
                        "stage",
                        "rating_satisfaction")) {
            while (table.next()) {
                String day = RunTables.day(table, "event_day").toString();
                Scored score =
                        new Scored(
                                day,
                                day,
                                table.number("score"),
                                stage(table),
                                table.number("rating_satisfaction"));
                scores.merge(table.name("brand"), score, Scored::plus);
            }
        }
        scores.replaceAll((brand, last) -> last.drawn(priors.of(brand)));
        return scores;
    }

    private static BrandStage stage(CsvTable table) {
        String name = table.name("stage");
        for (BrandStage stage : BrandStage.values()) {
            if (stage.name().equals(name)) {
                return stage;
            }
        }
        throw table.wrong("Its stage (%s) is not known.".formatted(name));
    }
}
