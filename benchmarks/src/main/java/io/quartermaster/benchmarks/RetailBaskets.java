package io.quartermaster.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Who bought or brought back what, of Online Retail, in the file's order, which is time order. */
record RetailBaskets(List<Line> lines) {

    private static final String FILE = "retail/online_retail.csv.gz";

    /**
     * One line of an invoice.
     *
     * @param units bought, negative when brought back or cancelled
     */
    record Line(String customer, String item, long units) {}

    /** Every line that names a customer. */
    static RetailBaskets read(Workshop workshop) throws IOException {
        Path file = workshop.data(FILE);
        List<Line> lines = new ArrayList<>();
        try (Reader text =
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)),
                                StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (NamedCsvRecord row : rows) {
                String customer = row.getField("CustomerID");
                if (!customer.isBlank()) {
                    lines.add(
                            new Line(
                                    customer.intern(),
                                    row.getField("StockCode").intern(),
                                    Long.parseLong(row.getField("Quantity"))));
                }
            }
        }
        return new RetailBaskets(lines);
    }
}
