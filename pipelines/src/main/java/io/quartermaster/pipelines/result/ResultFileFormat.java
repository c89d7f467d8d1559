package io.quartermaster.pipelines.result;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.reader.SimpleStreamFormat;
import org.apache.flink.connector.file.src.reader.StreamFormat;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.runtime.typeutils.InternalTypeInfo;
import org.apache.flink.table.types.logical.DecimalType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.LogicalTypeRoot;
import org.apache.flink.table.types.logical.RowType;

/** CSV with a header as rows of a table. An empty cell is NULL, save in a column of text. */
public final class ResultFileFormat extends SimpleStreamFormat<RowData> {

    private static final long serialVersionUID = 1L;

    private final RowType type;

    ResultFileFormat(RowType type) {
        this.type = type;
    }

    @Override
    public StreamFormat.Reader<RowData> createReader(
            Configuration configuration, FSDataInputStream stream) {
        return new Rows(
                type,
                CsvReader.builder()
                        .ofCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8)));
    }

    @Override
    public TypeInformation<RowData> getProducedType() {
        return InternalTypeInfo.of(type);
    }

    private static final class Rows implements StreamFormat.Reader<RowData> {
        private final RowType type;
        private final CsvReader<CsvRecord> reader;
        private final Iterator<CsvRecord> records;
        private final int[] places;

        Rows(RowType type, CsvReader<CsvRecord> reader) {
            this.type = type;
            this.reader = reader;
            this.records = reader.iterator();
            List<String> header = records.hasNext() ? records.next().getFields() : List.of();
            this.places = type.getFieldNames().stream().mapToInt(n -> place(header, n)).toArray();
        }

        @Override
        public RowData read() {
            if (!records.hasNext()) {
                return null;
            }
            CsvRecord record = records.next();
            GenericRowData row = new GenericRowData(places.length);
            for (int i = 0; i < places.length; i++) {
                row.setField(i, cell(record, i));
            }
            return row;
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }

        private Object cell(CsvRecord record, int column) {
            String text = record.getField(places[column]);
            try {
                return value(text, type.getTypeAt(column));
            } catch (NumberFormatException | DateTimeException e) {
                throw new IllegalArgumentException(
                        "The value (%s) of column (%s) in line %d is not of type %s."
                                .formatted(
                                        text,
                                        type.getFieldNames().get(column),
                                        record.getStartingLineNumber(),
                                        type.getTypeAt(column)),
                        e);
            }
        }

        private static int place(List<String> header, String column) {
            int place = header.indexOf(column);
            if (place < 0) {
                throw new IllegalArgumentException(
                        "The column (%s) is not in the header (%s).\nMaybe the results come from another version; run it again."
                                .formatted(column, String.join(",", header)));
            }
            return place;
        }
    }

    private static Object value(String text, LogicalType type) {
        if (text.isEmpty()) {
            return type.getTypeRoot() == LogicalTypeRoot.VARCHAR ? StringData.fromString("") : null;
        }
        return switch (type.getTypeRoot()) {
            case VARCHAR -> StringData.fromString(text);
            case DATE -> (int) LocalDate.parse(text).toEpochDay();
            case BIGINT -> Long.valueOf(text);
            case DOUBLE -> Double.valueOf(text);
            case BOOLEAN -> Boolean.valueOf(text);
            case DECIMAL -> decimal(text, (DecimalType) type);
            default ->
                    throw new IllegalArgumentException(
                            "The type (%s) cannot be read from a result file.".formatted(type));
        };
    }

    private static DecimalData decimal(String text, DecimalType type) {
        return DecimalData.fromBigDecimal(
                new BigDecimal(text), type.getPrecision(), type.getScale());
    }
}
