package io.quartermaster.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.demand.UnconstrainedDemand;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.generator.MarketplaceOptions;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** Accuracy of forecasts that add up, by level. */
final class HierarchyFigures {

    private static final String ORANGE_JUICE = "forecast/orange_juice_weekly_sales.csv.gz";
    private static final int FIRST_WEEK = 40;
    private static final int WEEKS = 121;
    private static final int WEEKS_AHEAD = 13;
    private static final int DAYS = 200;
    private static final int DAYS_AHEAD = 14;
    private static final long SEED = 31415926;
    private static final String MEASURE =
            "summed absolute error over summed units of base forecasts / bottom-up / MinT";

    private HierarchyFigures() {}

    static List<Figure> all() {
        return List.of(
                new ProcessFigure(
                        "hierarchy-orange-juice",
                        MEASURE + ", last 13 weeks: MinT's below both others' at each level",
                        "benchmarks/run hierarchy-orange-juice",
                        HierarchyFigures::orangeJuice),
                new ProcessFigure(
                        "hierarchy-marketplace",
                        "said: " + MEASURE + ", last 14 days",
                        "benchmarks/run hierarchy-marketplace",
                        workshop -> marketplace()));
    }

    private static Figure.Reached orangeJuice(Workshop workshop) throws IOException {
        HierarchyAccuracy accuracy = new HierarchyAccuracy(1, WEEKS_AHEAD);
        weeks(workshop.data(ORANGE_JUICE))
                .forEach(
                        (key, units) ->
                                accuracy.add(
                                        filled(units),
                                        Map.of(
                                                "store",
                                                key.split(" ", 2)[0],
                                                "brand",
                                                key.split(" ", 2)[1],
                                                "total",
                                                "all")));
        Map<String, HierarchyAccuracy.Wape> levels = accuracy.measure();
        boolean isBetter =
                levels.entrySet().stream()
                        .allMatch(
                                level ->
                                        level.getValue().minT() < level.getValue().bottomUp()
                                                && level.getValue().minT()
                                                        < level.getValue().base());
        return Figure.Reached.of(words(levels), ratio(levels), isBetter);
    }

    /** Units by store and brand, NaN where a week is missing. */
    private static Map<String, double[]> weeks(Path file) throws IOException {
        Map<String, double[]> weeks = new TreeMap<>();
        try (Reader text =
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)),
                                StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (NamedCsvRecord row : rows) {
                double[] units =
                        weeks.computeIfAbsent(
                                row.getField("store") + " " + row.getField("brand"),
                                none -> missing());
                units[Integer.parseInt(row.getField("week")) - FIRST_WEEK] =
                        Math.exp(Double.parseDouble(row.getField("logmove")));
            }
        }
        return weeks;
    }

    private static double[] missing() {
        double[] units = new double[WEEKS];
        Arrays.fill(units, Double.NaN);
        return units;
    }

    /** With the week before in place of a missing one; the first known one before all. */
    private static double[] filled(double[] units) {
        double last =
                Arrays.stream(units).filter(value -> !Double.isNaN(value)).findFirst().orElse(0);
        double[] filled = units.clone();
        for (int week = 0; week < filled.length; week++) {
            filled[week] = Double.isNaN(filled[week]) ? last : filled[week];
            last = filled[week];
        }
        return filled;
    }

    private static Figure.Reached marketplace() {
        GeneratedDemand market =
                GeneratedDemand.of(MarketplaceOptions.defaults().withSeed(SEED).withDirt(0));
        HierarchyAccuracy accuracy = new HierarchyAccuracy(7, DAYS_AHEAD);
        for (List<DemandWindow> windows : market.series()) {
            if (windows.size() >= DAYS) {
                CatalogueItem item = market.item(windows.get(0));
                accuracy.add(
                        UnconstrainedDemand.filledIn(windows).stream()
                                .skip(windows.size() - DAYS)
                                .mapToDouble(DemandWindow::wantedUnits)
                                .toArray(),
                        Map.of(
                                "item",
                                item.item(),
                                "brand",
                                item.brand(),
                                "category",
                                item.category(),
                                "place",
                                windows.get(0).place(),
                                "total",
                                "all"));
            }
        }
        Map<String, HierarchyAccuracy.Wape> levels = accuracy.measure();
        return Figure.Reached.said(words(levels), ratio(levels));
    }

    private static String words(Map<String, HierarchyAccuracy.Wape> levels) {
        return levels.entrySet().stream()
                .map(level -> level.getKey() + " " + level.getValue().words())
                .collect(Collectors.joining("; "));
    }

    private static String ratio(Map<String, HierarchyAccuracy.Wape> levels) {
        double bottomUp = 0;
        double base = 0;
        for (HierarchyAccuracy.Wape level : levels.values()) {
            bottomUp += level.minT() / level.bottomUp() / levels.size();
            base += level.minT() / level.base() / levels.size();
        }
        return String.format(
                Locale.ROOT,
                "MinT over levels %.3f of bottom-up, %.3f of base forecasts",
                bottomUp,
                base);
    }
}
