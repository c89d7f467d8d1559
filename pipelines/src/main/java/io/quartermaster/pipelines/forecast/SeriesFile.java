package io.quartermaster.pipelines.forecast;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads series from a CSV file, plain or .gz: {@code unique_id,ds,y}, a run's demand table ({@code
 * item,place,event_day,units}), or one series of {@code date,sales}, whatever {@link SeriesColumns}
 * finds; further columns named {@link Series#COVARIATES} are taken along. A value that is empty or
 * NA is unknown: before the first known one the series has not begun, after the last it has ended,
 * between it is taken to be the one before.
 */
final class SeriesFile {

    /** A row before series are put together. */
    private record Point(long position, String time, double value, double[] covariates) {}

    private final Path path;
    private final SeriesColumns wanted;
    private SeriesColumns columns;
    private TimeForm form;

    SeriesFile(Path path, SeriesColumns wanted) {
        this.path = path;
        this.wanted = wanted;
    }

    /**
     * All series, by id.
     *
     * @throws IllegalArgumentException when the file is missing, damaged or of another shape
     */
    List<Series> read() {
        checkExists();
        Map<String, List<Point>> points = new TreeMap<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(open())) {
            boolean any = false;
            for (NamedCsvRecord row : reader) {
                if (!any) {
                    checkHeader(row.getHeader());
                    any = true;
                }
                points.computeIfAbsent(id(row), id -> new ArrayList<>()).add(point(row));
            }
            if (!any) {
                throw refusal("is empty", "what writes it was not finished");
            }
        } catch (EOFException | ZipException e) {
            throw refusal("is cut off or damaged", "its copy was not finished");
        } catch (UncheckedIOException | CsvParseException e) {
            throw refusal("is cut off or damaged", "its copy was not finished, or it is no CSV");
        } catch (IOException e) {
            throw refusal("cannot be read (" + e.getMessage() + ")", "it lies elsewhere");
        }
        List<Series> all = new ArrayList<>();
        points.forEach((id, rows) -> all.add(series(id, rows)));
        all.removeIf(series -> series.values().length == 0);
        if (all.isEmpty()) {
            throw refusal("holds no value", "the column of values has another name: --target");
        }
        return all;
    }

    private void checkExists() {
        if (!Files.exists(path)) {
            throw refusal("does not exist", "it is relative to another folder than this one");
        }
        if (Files.isDirectory(path)) {
            throw refusal("is a folder, a file is asked for", "name one of the files in it");
        }
    }

    private Reader open() throws IOException {
        InputStream stream = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        stream.mark(4);
        byte[] mark = stream.readNBytes(3);
        boolean marked = Arrays.equals(mark, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        if (!marked) {
            stream.reset();
        }
        boolean zipped = path.getFileName().toString().endsWith(".gz");
        return new InputStreamReader(
                zipped ? new GZIPInputStream(stream, 1 << 16) : stream, StandardCharsets.UTF_8);
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
    }

    private String id(NamedCsvRecord row) {
        if (!columns.id().isEmpty()) {
            return row.getField(columns.id());
        }
        return columns.isDemand(row.getHeader())
                ? row.getField("item") + "|" + row.getField("place")
                : SeriesColumns.ONE;
    }

    private Point point(NamedCsvRecord row) {
        String time = row.getField(columns.time()).strip();
        if (form == null) {
            form = TimeForm.of(time);
        }
        double[] covariates = new double[Series.COVARIATES.size()];
        for (int i = 0; i < covariates.length; i++) {
            String text = row.findField(Series.COVARIATES.get(i)).orElse("").strip();
            covariates[i] = text.equals("true") ? 1 : text.equals("false") ? 0 : known(text, row);
        }
        double value = number(row.getField(columns.target()).strip(), row);
        return new Point(form.parse(time), time, value, covariates);
    }

    private double known(String text, NamedCsvRecord row) {
        double value = number(text, row);
        return Double.isNaN(value) ? 0 : value;
    }

    private double number(String text, NamedCsvRecord row) {
        if (text.isEmpty() || text.equals("NA") || text.equalsIgnoreCase("nan")) {
            return Double.NaN;
        }
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Told below, as a number that is not finite is.
        }
        throw refusal(
                "has (%s) in line %d, which is not a number"
                        .formatted(text, row.getStartingLineNumber()),
                "leave it empty where nothing is known");
    }

    private Series series(String id, List<Point> rows) {
        rows.sort(Comparator.comparingLong(Point::position));
        List<Point> begun = begun(rows);
        long[] positions = new long[begun.size()];
        double[] values = new double[begun.size()];
        double[][] covariates = new double[begun.size()][];
        for (int i = 0; i < begun.size(); i++) {
            Point point = begun.get(i);
            if (i > 0 && point.position() == positions[i - 1]) {
                throw refusal(
                        "has the series (%s) at the time (%s) twice".formatted(id, point.time()),
                        columns.id().isEmpty()
                                ? "it holds several series: name the column of their ids, --id"
                                : "sum or choose before");
            }
            positions[i] = point.position();
            values[i] = Double.isNaN(point.value()) ? values[i - 1] : point.value();
            covariates[i] = point.covariates();
        }
        return new Series(id, form, positions, values, covariates);
    }

    /** From the first known value to the last. */
    private static List<Point> begun(List<Point> rows) {
        int from = 0;
        int to = rows.size();
        while (from < to && Double.isNaN(rows.get(from).value())) {
            from++;
        }
        while (to > from && Double.isNaN(rows.get(to - 1).value())) {
            to--;
        }
        return rows.subList(from, to);
    }

    private IllegalArgumentException refusal(String what, String remedy) {
        return new IllegalArgumentException(
                "The file (%s) %s.\nMaybe %s.".formatted(path, what, remedy));
    }
}
