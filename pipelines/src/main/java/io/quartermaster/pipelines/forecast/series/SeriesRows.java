package io.quartermaster.pipelines.forecast.series;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipException;

/** Reads a file of series row by row, and hands on those of one series that follow each other. */
public final class SeriesRows implements Closeable {

    private static final int LONGEST = 4096;

    private final String file;
    private final SeriesColumns wanted;
    private final CovariateColumns covariates;
    private final CsvReader<NamedCsvRecord> reader;
    private final Iterator<NamedCsvRecord> rows;
    private SeriesColumns columns;
    private List<String> beside;
    private TimeForm form;
    private NamedCsvRecord next;

    /**
     * Opens.
     *
     * @param file its name, for messages
     * @param stream its text, uncompressed
     */
    SeriesRows(String file, InputStream stream, SeriesColumns wanted, CovariateColumns covariates) {
        this.file = file;
        this.wanted = wanted;
        this.covariates = covariates;
        try {
            this.reader =
                    CsvReader.builder()
                            .ofNamedCsvRecord(
                                    new InputStreamReader(
                                            unmarked(stream), StandardCharsets.UTF_8));
            this.rows = reader.iterator();
        } catch (IOException e) {
            throw damaged(e);
        }
        this.next = following();
        if (next == null) {
            throw refusal("is empty", "what writes it was not finished");
        }
        checkHeader(next.getHeader());
    }

    private static InputStream unmarked(InputStream stream) throws IOException {
        InputStream buffered = new BufferedInputStream(stream, 1 << 16);
        buffered.mark(4);
        byte[] mark = buffered.readNBytes(3);
        if (!Arrays.equals(mark, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF})) {
            buffered.reset();
        }
        return buffered;
    }

    private NamedCsvRecord following() {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (UncheckedIOException e) {
            throw damaged(e.getCause());
        } catch (CsvParseException e) {
            throw refusal("is cut off or damaged", "its copy was not finished, or it is no CSV");
        }
    }

    private IllegalArgumentException damaged(IOException problem) {
        return problem instanceof EOFException || problem instanceof ZipException
                ? refusal("is cut off or damaged", "its copy was not finished")
                : refusal("cannot be read (" + problem.getMessage() + ")", "it lies elsewhere");
    }

    private void checkHeader(List<String> header) {
        columns = wanted.found(header);
        List<String> missing = new ArrayList<>(List.of(columns.time(), columns.target()));
        if (!columns.id().isEmpty()) {
            missing.add(0, columns.id());
        }
        missing.removeAll(header);
        if (!missing.isEmpty()) {
            String shown = String.join(",", header);
            throw refusal(
                    "lacks the columns (%s); it has (%s)"
                            .formatted(
                                    String.join(", ", missing),
                                    shown.length() > 200 ? shown.substring(0, 200) + "…" : shown),
                    "it is another file, or its columns have other names: --id, --time, --target");
        }
        covariates.check(header);
        beside = new ArrayList<>(covariates.all());
        beside.replaceAll(
                name -> header.contains(name) && !covariates.masked().contains(name) ? name : "");
    }

    /** The next rows of one series; null at the end. */
    SeriesChunk read() {
        if (next == null) {
            return null;
        }
        String id = id(next);
        long line = next.getStartingLineNumber();
        List<NamedCsvRecord> same = new ArrayList<>();
        while (next != null && same.size() < LONGEST && id(next).equals(id)) {
            same.add(next);
            next = following();
        }
        long[] positions = new long[same.size()];
        double[] values = new double[same.size()];
        boolean alone = beside.stream().allMatch(String::isEmpty);
        double[][] numbers = new double[alone ? 0 : same.size()][];
        for (int i = 0; i < positions.length; i++) {
            NamedCsvRecord row = same.get(i);
            positions[i] = position(row);
            values[i] = number(row, columns.target());
            if (!alone) {
                numbers[i] = beside(row);
            }
        }
        return new SeriesChunk(id, form.name(), line, positions, values, numbers);
    }

    private String id(NamedCsvRecord row) {
        if (!columns.id().isEmpty()) {
            return row.getField(columns.id());
        }
        return columns.isDemand(row.getHeader())
                ? row.getField("item") + "|" + row.getField("place")
                : SeriesColumns.ONE;
    }

    private long position(NamedCsvRecord row) {
        String time = row.getField(columns.time()).strip();
        if (form == null) {
            form = TimeForm.of(time);
        }
        return form.parse(time);
    }

    private double[] beside(NamedCsvRecord row) {
        double[] numbers = new double[beside.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = beside.get(i).isEmpty() ? Double.NaN : number(row, beside.get(i));
        }
        return numbers;
    }

    private double number(NamedCsvRecord row, String column) {
        String text = row.getField(column).strip();
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "", "na", "nan", "null" -> Double.NaN;
            case "true" -> 1;
            case "false" -> 0;
            case "inf", "+inf", "infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            default -> parsed(text, row);
        };
    }

    private double parsed(String text, NamedCsvRecord row) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw refusal(
                    "has (%s) in line %d, which is not a number"
                            .formatted(text, row.getStartingLineNumber()),
                    "leave it empty where nothing is known");
        }
    }

    private IllegalArgumentException refusal(String what, String remedy) {
        return new IllegalArgumentException(
                "The file (%s) %s.\nMaybe %s.".formatted(file, what, remedy));
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
