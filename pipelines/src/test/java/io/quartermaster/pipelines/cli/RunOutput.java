package io.quartermaster.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * What a run left.
 *
 * @param folder its output folder
 */
record RunOutput(Path folder) {

    /** Backfills in this process: no model is trained, and two weeks are held out. */
    static RunOutput ofBackfill(String input, Path folder) {
        run("backfill", input, "--model=none", "--tail-days=14", "--output=" + folder);
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
