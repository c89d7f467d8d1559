package io.quartermaster.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quartermaster.domain.forecast.ClusterPrior;
import io.quartermaster.domain.forecast.EarlyDemand;
import io.quartermaster.domain.forecast.ItemLook;
import io.quartermaster.domain.forecast.LookAlikes;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * An item of Online Retail: its demand as a backfill cleans and counts it, its first description
 * and its first price.
 *
 * @param item stock code
 * @param look what it looks like
 * @param first epoch day of the first day with demand
 * @param last epoch day of the last
 * @param days units by epoch day
 */
record RetailItem(String item, ItemLook look, long first, long last, SortedMap<Long, Double> days) {

    private static final String FILE = "retail/online_retail.csv.gz";

    /** Every item that a backfill without a model has windows of. */
    static List<RetailItem> all(Workshop workshop) throws IOException, InterruptedException {
        Path file = workshop.data(FILE);
        Map<String, String> words = descriptions(file);
        Path run =
                workshop.run("retail", "backfill", "--retail", file.toString(), "--model", "none")
                        .output();
        Map<String, TreeMap<Long, Double>> days = new TreeMap<>();
        Map<String, Double> prices = new HashMap<>();
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(run.resolve("csv/demand.csv"))) {
            for (NamedCsvRecord row : rows) {
                long day = LocalDate.parse(row.getField("event_day")).toEpochDay();
                String item = row.getField("item");
                days.computeIfAbsent(item, none -> new TreeMap<>())
                        .put(day, Double.parseDouble(row.getField("units")));
                prices.putIfAbsent(item, Double.parseDouble(row.getField("price")));
            }
        }
        return days.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue(), words, prices))
                .toList();
    }

    private static RetailItem of(
            String item,
            SortedMap<Long, Double> days,
            Map<String, String> words,
            Map<String, Double> prices) {
        float[] vector = ItemLook.words(words.getOrDefault(item, ""));
        ItemLook look = new ItemLook(vector, prices.get(item), "", "");
        return new RetailItem(item, look, days.firstKey(), days.lastKey(), days);
    }

    private static Map<String, String> descriptions(Path file) throws IOException {
        Map<String, String> words = new HashMap<>();
        try (Reader text =
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)),
                                StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (NamedCsvRecord row : rows) {
                String description = row.getField("Description");
                if (!description.isBlank()) {
                    words.putIfAbsent(row.getField("StockCode"), description);
                }
            }
        }
        return words;
    }

    double units(long epochDay) {
        return days.getOrDefault(epochDay, 0.0);
    }

    /** How it began. */
    LookAlikes.Begun begun() {
        long[] units = new long[ClusterPrior.YOUNG_DAYS];
        for (int age = 0; age < units.length; age++) {
            units[age] = Math.round(units(first + age));
        }
        LocalDate known = LocalDate.ofEpochDay(first + units.length - 1);
        return new LookAlikes.Begun(new EarlyDemand(item, "", known, units), look);
    }
}
