package io.quartermaster.benchmarks;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

/** Writes real data in the form that the verbs of series take, a row for each series and time. */
final class LongSeries {

    private LongSeries() {}

    /**
     * The file that holds them now.
     *
     * @param source CSV with a header, no commas within cells, .gz
     * @param row of the cells of a line by column, a line of the file
     */
    static Path of(
            Workshop workshop,
            String source,
            String header,
            Function<Map<String, String>, String> row)
            throws IOException {
        Path file = Files.createTempFile(workshop.scratch(), "series", ".csv");
        try (BufferedReader reader =
                        new BufferedReader(
                                new InputStreamReader(
                                        new GZIPInputStream(
                                                Files.newInputStream(workshop.data(source))),
                                        StandardCharsets.UTF_8));
                BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.append(header).append('\n');
            String[] columns = cells(reader.readLine());
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] cells = cells(line);
                Map<String, String> named = new HashMap<>();
                for (int i = 0; i < columns.length; i++) {
                    named.put(columns[i], cells[i]);
                }
                writer.append(row.apply(named)).append('\n');
            }
        }
        return file;
    }

    private static String[] cells(String line) {
        return line.replace("\"", "").split(",", -1);
    }
}
