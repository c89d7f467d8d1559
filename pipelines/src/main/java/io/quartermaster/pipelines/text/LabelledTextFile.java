package io.quartermaster.pipelines.text;

import io.quartermaster.domain.text.LabelledTexts;
import io.quartermaster.pipelines.event.CsvTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what a classifier learns from: a CSV file, plain or .gz, with a text and a label a line.
 */
public final class LabelledTextFile {

    private LabelledTextFile() {}

    /**
     * Reads a file.
     *
     * @param text column of the texts; they may be empty
     * @param label column of the labels; a line without one is refused
     * @throws IllegalArgumentException when the file or a line does not fit
     */
    public static LabelledTexts read(Path file, String text, String label) throws IOException {
        if (text.equals(label)) {
            throw new IllegalArgumentException(
                    "The column (%s) cannot hold both the texts and their labels.\nMaybe name them by --text and --label."
                            .formatted(text));
        }
        List<String> texts = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        try (CsvTable table = CsvTable.open(file, text, label)) {
            while (table.next()) {
                texts.add(table.text(text));
                labels.add(table.name(label).strip());
            }
        }
        if (texts.isEmpty()) {
            throw new IllegalArgumentException(
                    "The file (%s) has a header but no lines.\nMaybe what writes it was not finished."
                            .formatted(file));
        }
        return new LabelledTexts(texts, labels);
    }
}
