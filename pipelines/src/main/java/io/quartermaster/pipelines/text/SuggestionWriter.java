package io.quartermaster.pipelines.text;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.quartermaster.domain.text.Suggestion;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes suggestions as CSV and counts who answers. */
public final class SuggestionWriter {

    private static final int DECIMALS = 6;

    private final CsvWriter csv;
    private final double least;
    private long answered;
    private long handedOver;

    /**
     * Writes the header.
     *
     * @param least confidence below which a person answers, 0 to 1
     */
    public SuggestionWriter(Writer out, double least) {
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        this.least = least;
        csv.writeRecord("id", "answer", "confidence", "to", "problem");
    }

    public void write(String id, Suggestion suggestion) {
        boolean person = suggestion.isForAPerson(least);
        handedOver += person ? 1 : 0;
        answered += person ? 0 : 1;
        csv.writeRecord(
                id,
                suggestion.answer(),
                BigDecimal.valueOf(suggestion.confidence())
                        .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                        .toPlainString(),
                person ? "person" : "machine",
                suggestion.problem().replace('\n', ' '));
    }

    /** Messages that the machine answers. */
    public long answered() {
        return answered;
    }

    /** Messages that people answer. */
    public long handedOver() {
        return handedOver;
    }
}
