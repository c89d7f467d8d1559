package io.quartermaster.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quartermaster.domain.forecast.ForecastAccuracy;
import io.quartermaster.domain.forecast.ensemble.Combination;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Mean pinball loss over the levels 0.1, 0.5 and 0.9 of each model of a run, by its tables, on
 * those days of the tail that every model forecast; days on which stock ran out are left out.
 *
 * @param losses by model
 */
record EnsembleAccuracy(Map<String, Double> losses) {

    private static final List<String> COLUMNS = List.of("q10", "q50", "q90");
    private static final double[] LEVELS = {0.1, 0.5, 0.9};
    private static final String PRIOR = "cluster_prior";

    /** Sum of losses and number of days. */
    private static final class Sums {
        private double loss;
        private long days;

        private double mean() {
            return loss / days;
        }
    }

    /**
     * Reads a run.
     *
     * @param items those that count, null for all
     */
    static EnsembleAccuracy of(Path csv, Set<String> items) throws IOException {
        Map<String, Double> actual = actual(csv.resolve("demand.csv"), items);
        Map<String, Map<String, Double>> byDay = new HashMap<>();
        Set<String> models = new HashSet<>();
        try (CsvReader<NamedCsvRecord> rows = rows(csv.resolve("forecast.csv"))) {
            for (NamedCsvRecord row : rows) {
                String model = row.getField("model_name");
                Double units = actual.get(key(row));
                if (units != null && !model.equals(PRIOR)) {
                    models.add(model);
                    byDay.computeIfAbsent(
                                    key(row) + "|" + row.getField("made_on"),
                                    any -> new HashMap<>())
                            .put(model, loss(row, units));
                }
            }
        }
        Map<String, Sums> sums = new TreeMap<>();
        for (Map<String, Double> day : byDay.values()) {
            if (day.size() == models.size()) {
                day.forEach((model, loss) -> add(sums, model, loss));
            }
        }
        Map<String, Double> losses = new TreeMap<>();
        sums.forEach((model, sum) -> losses.put(model, sum.mean()));
        return new EnsembleAccuracy(losses);
    }

    private static void add(Map<String, Sums> sums, String model, double loss) {
        Sums sum = sums.computeIfAbsent(model, any -> new Sums());
        sum.loss += loss;
        sum.days++;
    }

    private static Map<String, Double> actual(Path demand, Set<String> items) throws IOException {
        Map<String, Double> actual = new HashMap<>();
        try (CsvReader<NamedCsvRecord> rows = rows(demand)) {
            for (NamedCsvRecord row : rows) {
                boolean counts = items == null || items.contains(row.getField("item"));
                if (counts && !row.getField("stocked_out").equals("true")) {
                    actual.put(key(row), Double.parseDouble(row.getField("units")));
                }
            }
        }
        return actual;
    }

    /** The items with the most order lines. */
    static Set<String> mostSold(Path csv, int count) throws IOException {
        Map<String, Long> lines = new HashMap<>();
        try (CsvReader<NamedCsvRecord> rows = rows(csv.resolve("orders.csv"))) {
            for (NamedCsvRecord row : rows) {
                lines.merge(row.getField("item"), 1L, Long::sum);
            }
        }
        return lines.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(count)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static CsvReader<NamedCsvRecord> rows(Path file) throws IOException {
        return CsvReader.builder().ofNamedCsvRecord(file);
    }

    private static String key(NamedCsvRecord row) {
        return "%s|%s|%s"
                .formatted(row.getField("item"), row.getField("place"), row.getField("event_day"));
    }

    private static double loss(NamedCsvRecord row, double units) {
        double sum = 0;
        for (int level = 0; level < LEVELS.length; level++) {
            double quantile = Double.parseDouble(row.getField(COLUMNS.get(level)));
            sum += ForecastAccuracy.pinball(LEVELS[level], quantile, units);
        }
        return sum / LEVELS.length;
    }

    double of(String model) {
        return losses.getOrDefault(model, Double.NaN);
    }

    /** Loss of the ensemble over that of its best member. */
    double ensembleRatio() {
        double best =
                losses.entrySet().stream()
                        .filter(loss -> !loss.getKey().equals(Combination.NAME))
                        .mapToDouble(Map.Entry::getValue)
                        .min()
                        .orElse(Double.NaN);
        return of(Combination.NAME) / best;
    }

    String words() {
        return losses.entrySet().stream()
                .map(loss -> String.format(Locale.ROOT, "%s %.4f", loss.getKey(), loss.getValue()))
                .collect(Collectors.joining("; "));
    }
}
