package io.quartermaster.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * What a run left.
 *
 * @param folder its output folder
 */
record RunOutput(Path folder) {

    /** Generates sixty days of three brands with nine items in the folder, and backfills them. */
    static RunOutput ofSmallMarketplace(Path folder) {
        Path events = folder.resolve("events");
        run("generate", "--brands=3", "--skus=9", "--days=60", "--output=" + events);
        return ofBackfill("--events=" + events, folder.resolve("out"));
    }

    /** Backfills in this process: no model is trained, and two weeks are held out. */
    static RunOutput ofBackfill(String input, Path folder, String... options) {
        List<String> arguments = new ArrayList<>(List.of("backfill", input, "--model=none"));
        arguments.addAll(List.of("--tail-days=14", "--output=" + folder));
        arguments.addAll(List.of(options));
        run(arguments.toArray(String[]::new));
        return new RunOutput(folder);
    }

    /** Carries out a command line that shall succeed. */
    static void run(String... arguments) {
        StringWriter error = new StringWriter();
        CommandLine line = Quartermaster.commandLine();
        line.setErr(new PrintWriter(error));
        line.setOut(new PrintWriter(new StringWriter()));
        assertThat(line.execute(arguments)).as(error.toString()).isZero();
    }

    /** The text of every result table, by the name of its file. */
    SortedMap<String, String> texts() throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.resolve("csv"))) {
            for (Path file : files) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return texts;
    }

    /** Every row of a result table. */
    List<NamedCsvRecord> rows(String table) throws IOException {
        Path file = folder.resolve("csv").resolve(table + ".csv");
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream().toList();
        }
    }

    /** One column of a result table. */
    Stream<String> column(String table, String column) throws IOException {
        return rows(table).stream().map(row -> row.getField(column));
    }
}
