package io.quartermaster.pipelines.event;

import io.quartermaster.domain.event.Event;
import io.quartermaster.domain.event.EventKind;
import io.quartermaster.domain.event.EventParser;
import io.quartermaster.domain.event.Parsed;
import io.quartermaster.domain.event.RawRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The result tables that a run left, to be reckoned with again.
 *
 * @param folder where they lie, {@code csv} below the run's output folder
 */
public record RunTables(Path folder) {

    private static final int ISO_LENGTH = 10;

    /**
     * The tables below an output folder.
     *
     * @param needed names of those that must be there
     * @throws IllegalArgumentException when one of them is not there
     */
    public static RunTables of(Path run, List<String> needed) {
        if (!Files.isDirectory(run)) {
            throw new IllegalArgumentException(
                    "The folder (%s) of the run is not there.\nMaybe its path is relative to another folder than this one."
                            .formatted(run));
        }
        RunTables tables = new RunTables(run.resolve("csv"));
        for (String table : needed) {
            if (!tables.has(table)) {
                throw new IllegalArgumentException(
                        "The folder (%s) is not the output of a run: it has no csv/%s.csv.\nMaybe name the output folder of a demo or backfill."
                                .formatted(run, table));
            }
        }
        return tables;
    }

    public boolean has(String table) {
        return Files.isRegularFile(file(table));
    }

    /** Whether a table has a line below its header. */
    public boolean holdsALine(String table) throws IOException {
        try (CsvTable lines = open(table)) {
            return lines.next();
        }
    }

    /** The day of a date or of an instant in UTC, which both begin with it. */
    public static LocalDate day(CsvTable table, String column) {
        String text = table.name(column);
        try {
            return LocalDate.parse(text.substring(0, Math.min(text.length(), ISO_LENGTH)));
        } catch (DateTimeParseException e) {
            throw table.wrong("Its %s (%s) is not a day.".formatted(column, text));
        }
    }

    private Path file(String table) {
        return folder.resolve(table + ".csv");
    }

    public CsvTable open(String table, String... columns) throws IOException {
        return CsvTable.open(file(table), columns);
    }

    /** Clean events of a kind, by time, then id. */
    public <T extends Event> List<T> events(EventKind kind, Class<T> type) throws IOException {
        List<T> events = new ArrayList<>();
        try (CsvTable table = open(kind.label(), "id", "event_time")) {
            while (table.next()) {
                events.add(type.cast(event(kind, table)));
            }
        }
        events.sort(Comparator.comparing((T event) -> event.time()).thenComparing(Event::id));
        return events;
    }

    private static Event event(EventKind kind, CsvTable table) {
        String[] values = table.header().stream().map(table::text).toArray(String[]::new);
        RawRecord record =
                new RawRecord(kind.label(), kind.label(), 0, names(table), values, "", "");
        Parsed parsed = EventParser.parse(record, ZoneOffset.UTC);
        if (parsed instanceof Parsed.Faulty faulty) {
            throw table.wrong(faulty.reason());
        }
        return ((Parsed.Whole) parsed).event();
    }

    /** SQL reserves the word time, so that the tables call it event_time. */
    private static String[] names(CsvTable table) {
        return table.header().stream()
                .map(name -> name.equals("event_time") ? "time" : name)
                .toArray(String[]::new);
    }
}
