package io.quartermaster.pipelines.brand;

import io.quartermaster.domain.brand.FailureRate;
import io.quartermaster.pipelines.event.CsvTable;
import io.quartermaster.pipelines.event.RunTables;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run's alerts of breaks and exits tell of its brands.
 *
 * @param standing scores of the alerts that stand on the last day, by brand and kind
 * @param failures sum over all alerts of the highest score that each reached
 * @param raised how many alerts were raised
 * @param isWatched whether the run had anything in which a break or an exit could be seen
 */
record RunAlerts(
        Map<String, Map<String, Double>> standing, double failures, int raised, boolean isWatched) {

    private static final String TABLE = "risk_alerts";
    private static final String CONCENTRATION = "concentration";

    /** None where the run has no such table. */
    static RunAlerts of(RunTables tables) throws IOException {
        Reading reading = new Reading();
        if (!tables.has(TABLE)) {
            return new RunAlerts(Map.of(), 0, 0, false);
        }
        try (CsvTable table =
                tables.open(TABLE, "kind", "subject", "event_day", "state", "score")) {
            while (table.next()) {
                if (!table.text("kind").equals(CONCENTRATION)) {
                    reading.add(table);
                }
            }
        }
        return new RunAlerts(reading.standing, reading.failures, reading.raised, watched(tables));
    }

    /** How often brands failed on so many days of brands. */
    FailureRate rate(long brandDays) {
        return isWatched ? new FailureRate(failures, raised, brandDays) : FailureRate.UNKNOWN;
    }

    private static boolean watched(RunTables tables) throws IOException {
        return tables.holdsALine("lifecycle")
                || tables.holdsALine("terms")
                || (tables.has("deliveries") && receives(tables));
    }

    private static boolean receives(RunTables tables) throws IOException {
        try (CsvTable table = tables.open("deliveries", "direction")) {
            while (table.next()) {
                if (table.text("direction").equals("INBOUND")) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Rows are sorted by kind, subject and day. */
    private static final class Reading {
        private final Map<String, Map<String, Double>> standing = new HashMap<>();
        private double failures;
        private int raised;

        private void add(CsvTable table) {
            Map<String, Double> ofBrand =
                    standing.computeIfAbsent(table.name("subject"), none -> new TreeMap<>());
            String kind = table.name("kind");
            if (table.text("state").equals("cleared")) {
                ofBrand.remove(kind);
                return;
            }
            double score = table.number("score");
            Double before = ofBrand.put(kind, score);
            if (before == null) {
                raised++;
                failures += score;
            } else {
                failures += Math.max(0, score - before);
            }
        }
    }
}
