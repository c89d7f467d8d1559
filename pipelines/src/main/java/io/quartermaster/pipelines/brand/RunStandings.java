package io.quartermaster.pipelines.brand;

import io.quartermaster.domain.brand.PartnerRisk;
import io.quartermaster.domain.event.BrandStage;
import io.quartermaster.domain.event.EventKind;
import io.quartermaster.domain.event.LifeCycleStep;
import io.quartermaster.pipelines.event.CsvTable;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Where each scored brand stands at the end of a run: score, stage and risk. */
final class RunStandings {

    private static final String EXIT = "exit";
    private static final String CONCENTRATION = "concentration";

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

    private record LastScore(String day, double score, BrandStage stage, double satisfaction) {}

    private RunStandings() {}

    /** By brand, in alphabetical order. */
    static Map<String, Standing> of(RunTables tables) throws IOException {
        Map<String, BrandStage> stages = new HashMap<>();
        tables.events(EventKind.LIFECYCLE, LifeCycleStep.class)
                .forEach(step -> stages.put(step.brand(), step.stage()));
        Map<String, Map<String, Double>> alerts = alerts(tables);
        Map<String, Standing> standings = new TreeMap<>();
        scores(tables)
                .forEach(
                        (brand, last) -> {
                            BrandStage stage = stages.getOrDefault(brand, last.stage());
                            Map<String, Double> standing =
                                    alerts.computeIfAbsent(brand, none -> new TreeMap<>());
                            if (stage == BrandStage.SUSPENDED) {
                                standing.merge(EXIT, SUSPENDED, Math::max);
                            }
                            double risk = PartnerRisk.of(last.satisfaction(), standing.values());
                            standings.put(brand, new Standing(last.score(), stage, risk));
                        });
        return standings;
    }

    private static Map<String, LastScore> scores(RunTables tables) throws IOException {
        Map<String, LastScore> scores = new TreeMap<>();
        try (CsvTable table =
                tables.open(
                        "brand_scores",
                        "brand",
                        "event_day",
                        "score",
                        "stage",
                        "rating_satisfaction")) {
            while (table.next()) {
                LastScore score =
                        new LastScore(
                                table.name("event_day"),
                                table.number("score"),
                                stage(table),
                                table.number("rating_satisfaction"));
                scores.merge(
                        table.name("brand"),
                        score,
                        (one, other) -> one.day().compareTo(other.day()) > 0 ? one : other);
            }
        }
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

    /** Scores of the alerts that stand, by brand and kind; none where the run has no such table. */
    private static Map<String, Map<String, Double>> alerts(RunTables tables) throws IOException {
        Map<String, Map<String, Double>> alerts = new HashMap<>();
        if (!tables.has("risk_alerts")) {
            return alerts;
        }
        try (CsvTable table =
                tables.open("risk_alerts", "kind", "subject", "event_day", "state", "score")) {
            while (table.next()) {
                // Rows are sorted by kind, subject and day: a later one replaces an earlier one.
                if (!table.text("kind").equals(CONCENTRATION)) {
                    double score =
                            table.text("state").equals("cleared") ? 0 : table.number("score");
                    alerts.computeIfAbsent(table.name("subject"), none -> new TreeMap<>())
                            .put(table.name("kind"), score);
                }
            }
        }
        return alerts;
    }
}
