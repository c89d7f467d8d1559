package io.quartermaster.pipelines.brand;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.quartermaster.domain.brand.PartnerChoice;
import io.quartermaster.domain.brand.PartnerDecision;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** The decisions of a choice of partners as CSV, one line per brand, items joined by a bar. */
public final class PartnerCsv {

    private static final int DECIMALS = 6;

    private PartnerCsv() {}

    /** The whole table with its header. */
    public static String write(PartnerChoice choice) throws IOException {
        StringWriter text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            writer.writeRecord(
                    "brand",
                    "decision",
                    "items",
                    "value",
                    "investment",
                    "limit",
                    "needed",
                    "difference",
                    "reason");
            for (PartnerDecision decision : choice.decisions()) {
                writer.writeRecord(
                        decision.brand(),
                        decision.verdict().name().toLowerCase(Locale.ROOT),
                        String.join("|", decision.items()),
                        plain(decision.value()),
                        plain(decision.investment()),
                        decision.limit(),
                        plain(decision.needed()),
                        Double.isNaN(decision.difference()) ? "" : plain(decision.difference()),
                        decision.reason());
            }
        }
        return text.toString();
    }

    private static String plain(double value) {
        BigDecimal rounded =
                BigDecimal.valueOf(value)
                        .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }
}
