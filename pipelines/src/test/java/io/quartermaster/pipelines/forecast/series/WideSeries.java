package io.quartermaster.pipelines.forecast.series;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** Series of a file with one of them a row, as the M4 competition writes them. */
public final class WideSeries {

    private WideSeries() {}

    /** The same with a row for each value: unique_id, ds from 1, y. */
    public static String asLong(Path file) throws IOException {
        StringBuilder text = new StringBuilder("unique_id,ds,y\n");
        values(file)
                .forEach(
                        (id, values) -> {
                            for (int i = 0; i < values.length; i++) {
                                text.append(id).append(',').append(i + 1).append(',');
                                text.append(values[i]).append('\n');
                            }
                        });
        return text.toString();
    }

    /** The values of each, without those missing at the end. */
    static Map<String, double[]> values(Path file) throws IOException {
        Map<String, double[]> all = new TreeMap<>();
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)),
                                StandardCharsets.UTF_8))) {
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] cells = line.replace("\"", "").split(",", -1);
                all.put(
                        cells[0],
                        Arrays.stream(cells, 1, cells.length)
                                .filter(cell -> !cell.isEmpty() && !cell.equals("NA"))
                                .mapToDouble(Double::parseDouble)
                                .toArray());
            }
        }
        return all;
    }
}
