package io.quartermaster.pipelines.brand;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The clusters that an earlier run left in its output folder. */
final class PreviousClusters {

    private PreviousClusters() {}

    /**
     * Last cluster of each brand.
     *
     * @param run output folder of the earlier run, with {@code csv/brand_scores.csv}
     * @throws IllegalArgumentException when the folder holds no brand scores
     */
    static Map<String, String> of(Path run) {
        Path file = run.resolve("csv").resolve("brand_scores.csv");
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(
                    "The previous run (%s) has no csv/brand_scores.csv.\nMaybe name the output folder of a demo or backfill."
                            .formatted(run));
        }
        Map<String, String> lastDay = new TreeMap<>();
        Map<String, String> clusters = new TreeMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                String brand = row.getField("brand");
                String day = row.getField("event_day");
                boolean later = day.compareTo(lastDay.getOrDefault(brand, "")) > 0;
                if (later && !row.getField("cluster").isEmpty()) {
                    lastDay.put(brand, day);
                    clusters.put(brand, row.getField("cluster"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return clusters;
    }
}
