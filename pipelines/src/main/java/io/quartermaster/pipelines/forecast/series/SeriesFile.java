package io.quartermaster.pipelines.forecast.series;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * A file of series, plain or .gz: {@code unique_id,ds,y}, a run's demand table ({@code
 * item,place,event_day,units}), or one series of {@code date,sales}, whatever {@link SeriesColumns}
 * finds; {@link CovariateColumns} are taken along, and {@link SeriesAssembly} says what becomes of
 * rows that are not as they should be.
 *
 * @param file where it lies
 * @param frequency name of the step, empty for each series' own
 * @param gapsAreZero whether a step without a row had nothing
 */
public record SeriesFile(
        String file,
        SeriesColumns columns,
        CovariateColumns covariates,
        String frequency,
        boolean gapsAreZero)
        implements Serializable {

    /** Of these many rows in a row of one series, at most 4096 each, a season is told. */
    private static final int SEASON_CHUNKS = 400;

    /** With the usual covariates and each series' own step. */
    public SeriesFile(Path file, SeriesColumns columns) {
        this(file.toString(), columns, CovariateColumns.usual(), "", false);
    }

    /** What puts its series together. */
    SeriesAssembly assembly() {
        return new SeriesAssembly(covariates, frequency, gapsAreZero);
    }

    /**
     * Refuses a file that is missing, empty or of another shape.
     *
     * @throws IllegalArgumentException then
     */
    void check() {
        Path path = Path.of(file);
        if (!Files.exists(path)) {
            throw refusal("does not exist", "it is relative to another folder than this one");
        }
        if (Files.isDirectory(path)) {
            throw refusal("is a folder, a file is asked for", "name one of the files in it");
        }
        try (SeriesRows rows = rows()) {
            SeriesChunk first = rows.read();
            if (!frequency.isEmpty()) {
                TimeStep.named(frequency, TimeForm.valueOf(first.form()));
            }
        } catch (IOException e) {
            throw refusal("cannot be read (" + e.getMessage() + ")", "it lies elsewhere");
        }
    }

    /** Steps of a season, as its first rows tell. */
    public int season() {
        return SeriesSeason.of(first(SEASON_CHUNKS), frequency);
    }

    /**
     * All series, by id, in memory.
     *
     * @throws IllegalArgumentException when the file is missing, damaged or of another shape
     */
    public List<Series> read() {
        return first(Integer.MAX_VALUE);
    }

    private List<Series> first(int most) {
        check();
        Map<String, List<SeriesChunk>> chunks = new TreeMap<>();
        try (SeriesRows rows = rows()) {
            SeriesChunk chunk = rows.read();
            for (int read = 0; chunk != null && read < most; read++, chunk = rows.read()) {
                chunks.computeIfAbsent(chunk.id(), id -> new ArrayList<>()).add(chunk);
            }
        } catch (IOException e) {
            throw refusal("cannot be read (" + e.getMessage() + ")", "it lies elsewhere");
        }
        List<Series> all = new ArrayList<>();
        for (List<SeriesChunk> rows : chunks.values()) {
            Series series = assembly().assemble(rows);
            if (series != null) {
                all.add(series);
            }
        }
        if (all.isEmpty()) {
            throw noValue();
        }
        return all;
    }

    private SeriesRows rows() throws IOException {
        Path path = Path.of(file);
        InputStream stream = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        try {
            boolean zipped = path.getFileName().toString().endsWith(".gz");
            return rows(zipped ? new GZIPInputStream(stream, 1 << 16) : stream);
        } catch (IOException e) {
            stream.close();
            throw refusal("is cut off or damaged", "its copy was not finished");
        }
    }

    /** Its rows, from its text. */
    SeriesRows rows(InputStream text) {
        return new SeriesRows(file, text, columns, covariates);
    }

    /** The refusal of a file without any known value. */
    IllegalArgumentException noValue() {
        return refusal("holds no value", "the column of values has another name: --target");
    }

    private IllegalArgumentException refusal(String what, String remedy) {
        return new IllegalArgumentException(
                "The file (%s) %s.\nMaybe %s.".formatted(file, what, remedy));
    }
}
