package io.quartermaster.pipelines.text;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.quartermaster.domain.text.Classification;
import io.quartermaster.pipelines.event.JsonCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Writes answers, one a line: id, label, confidence (six decimals), problem. Messages themselves
 * are not repeated.
 */
public final class AnswerWriter {

    private static final int DECIMALS = 6;

    private final Writer out;
    private final CsvWriter csv;
    private long judged;
    private long notJudged;

    private record Line(String id, String label, BigDecimal confidence, String problem) {}

    private AnswerWriter(Writer out, CsvWriter csv) {
        this.out = out;
        this.csv = csv;
    }

    /** CSV with a header. */
    public static AnswerWriter csv(Writer out) {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        csv.writeRecord("id", "label", "confidence", "problem");
        return new AnswerWriter(out, csv);
    }

    /** JSON Lines. */
    public static AnswerWriter json(Writer out) {
        return new AnswerWriter(out, null);
    }

    public void write(String id, Classification answer) {
        BigDecimal confidence =
                BigDecimal.valueOf(answer.confidence()).setScale(DECIMALS, RoundingMode.HALF_EVEN);
        judged += answer.problem().isEmpty() ? 1 : 0;
        notJudged += answer.problem().isEmpty() ? 0 : 1;
        String problem = answer.problem().replace('\n', ' ');
        if (csv != null) {
            csv.writeRecord(id, answer.label(), confidence.toPlainString(), problem);
            return;
        }
        try {
            out.write(
                    JsonCodec.mapper()
                            .writeValueAsString(new Line(id, answer.label(), confidence, problem)));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Messages that bear a label. */
    public long judged() {
        return judged;
    }

    /** Messages that could not be judged. */
    public long notJudged() {
        return notJudged;
    }
}
