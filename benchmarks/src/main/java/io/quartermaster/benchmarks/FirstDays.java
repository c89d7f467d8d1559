package io.quartermaster.benchmarks;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The prior's forecasts of the first 28 days of items that launch in the demo's tail, against the
 * mean units a day of their category's items at the place in the four weeks before; and, told
 * beside, against the quantiles of those item days.
 */
final class FirstDays implements Figure {

    private static final int YOUNG_DAYS = 28;
    private static final int WEEKS_BEFORE = 28;
    private static final double RATIO_ASKED = 0.75;
    private static final double[] LEVELS = {0.1, 0.5, 0.9};
    private static final String[] COLUMNS = {"q10", "q50", "q90"};

    /** An item at a place. */
    private record Series(String item, String place) {}

    /** Sums of pinball losses. */
    private static final class Losses {
        private double prior;
        private double mean;
        private double quantiles;
        private int days;
    }

    private final Map<Series, TreeMap<LocalDate, Double>> units = new HashMap<>();
    private final Map<String, String> categories = new HashMap<>();

    @Override
    public String name() {
        return "first-days";
    }

    @Override
    public String asked() {
        return "the prior's pinball loss over new items' first 28 days at most 0.75 of the category mean's";
    }

    @Override
    public String command() {
        return "bin/quartermaster demo --output out";
    }

    @Override
    public Reached measure(Workshop workshop) throws IOException, InterruptedException {
        Path tables = workshop.run("demo", "demo").output().resolve("csv");
        for (NamedCsvRecord row : TableRows.of(tables.resolve("items.csv"))) {
            categories.put(row.getField("item"), row.getField("category"));
        }
        for (NamedCsvRecord row : TableRows.of(tables.resolve("demand.csv"))) {
            units.computeIfAbsent(series(row), none -> new TreeMap<>())
                    .put(day(row, "event_day"), Double.parseDouble(row.getField("units")));
        }
        Losses losses = new Losses();
        for (NamedCsvRecord row : TableRows.of(tables.resolve("forecast.csv"))) {
            if (row.getField("model_name").equals("cluster_prior")) {
                add(row, losses);
            }
        }
        return Reached.of(
                "%.4f over %,d days".formatted(losses.prior / losses.days, losses.days),
                "%.3f of the category mean's, %.3f of the category's quantiles'"
                        .formatted(losses.prior / losses.mean, losses.prior / losses.quantiles),
                losses.prior <= RATIO_ASKED * losses.mean);
    }

    private void add(NamedCsvRecord row, Losses losses) {
        Series series = series(row);
        LocalDate day = day(row, "event_day");
        TreeMap<LocalDate, Double> own = units.getOrDefault(series, new TreeMap<>());
        Double actual = own.get(day);
        if (actual == null || ChronoUnit.DAYS.between(own.firstKey(), day) >= YOUNG_DAYS) {
            return;
        }
        double[] others = others(series, day(row, "made_on"));
        double mean = Arrays.stream(others).average().orElse(0);
        losses.days++;
        for (int i = 0; i < LEVELS.length; i++) {
            double quantile = Double.parseDouble(row.getField(COLUMNS[i]));
            losses.prior += pinball(actual, quantile, LEVELS[i]) / LEVELS.length;
            losses.mean += pinball(actual, mean, LEVELS[i]) / LEVELS.length;
            losses.quantiles +=
                    pinball(actual, quantile(others, LEVELS[i]), LEVELS[i]) / LEVELS.length;
        }
    }

    /** Units of each day in the four weeks up to {@code last}, ascending. */
    private double[] others(Series young, LocalDate last) {
        List<Double> days = new ArrayList<>();
        units.forEach(
                (series, own) -> {
                    if (!series.equals(young)
                            && series.place().equals(young.place())
                            && categories.get(series.item()).equals(categories.get(young.item()))) {
                        days.addAll(
                                own.subMap(last.minusDays(WEEKS_BEFORE), false, last, true)
                                        .values());
                    }
                });
        days.sort(Comparator.naturalOrder());
        return days.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double quantile(double[] sorted, double level) {
        if (sorted.length == 0) {
            return 0;
        }
        double position = (sorted.length - 1) * level;
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    private static double pinball(double actual, double quantile, double level) {
        return Math.max(level * (actual - quantile), (level - 1) * (actual - quantile));
    }

    private static Series series(NamedCsvRecord row) {
        return new Series(row.getField("item"), row.getField("place"));
    }

    private static LocalDate day(NamedCsvRecord row, String column) {
        return LocalDate.parse(row.getField(column));
    }
}
