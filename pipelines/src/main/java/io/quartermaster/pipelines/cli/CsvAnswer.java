package io.quartermaster.pipelines.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.quartermaster.pipelines.embedded.OutputFile;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** A table as a verb's answer: to the output file where one was asked for, else to stdout. */
record CsvAnswer(List<String> header, List<List<String>> rows) {

    CsvAnswer {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    void give(OutputSettings output, CommandSpec spec) throws IOException {
        if (!output.given()) {
            spec.commandLine().getOut().print(text());
            spec.commandLine().getOut().flush();
            return;
        }
        try (OutputFile file = output.file()) {
            Files.writeString(file.path(), text());
            file.commit();
        }
    }

    private String text() {
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
        csv.writeRecord(header);
        rows.forEach(csv::writeRecord);
        return text.toString();
    }
}
