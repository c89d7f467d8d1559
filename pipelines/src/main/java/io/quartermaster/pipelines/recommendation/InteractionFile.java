package io.quartermaster.pipelines.recommendation;

import io.quartermaster.domain.recommendation.Interaction;
import io.quartermaster.pipelines.event.CsvTable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Interactions as a table {@code user,item[,rating][,timestamp]}. Without ratings each counts 1. Of
 * several lines of one user and item the latest counts (by timestamp, then by line).
 *
 * @param interactions each pair once, by user and item
 * @param repeatedShare share of lines that repeat an earlier pair
 */
public record InteractionFile(List<Interaction> interactions, double repeatedShare) {

    private static final String RATING = "rating";
    private static final String TIMESTAMP = "timestamp";

    public InteractionFile {
        interactions = List.copyOf(interactions);
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException when the file or one of its lines does not fit
     */
    public static InteractionFile read(Path file) throws IOException {
        Map<String, Map<String, Rated>> latest = new TreeMap<>();
        long lines = 0;
        long pairs = 0;
        try (CsvTable table = CsvTable.open(file, "user", "item")) {
            while (table.next()) {
                lines++;
                Rated rated = rated(table);
                Map<String, Rated> ofUser =
                        latest.computeIfAbsent(table.name("user"), user -> new TreeMap<>());
                Rated before = ofUser.get(table.name("item"));
                if (before == null || rated.time() >= before.time()) {
                    ofUser.put(table.name("item"), rated);
                }
                pairs += before == null ? 1 : 0;
            }
        }
        if (lines == 0) {
            throw new IllegalArgumentException(
                    "The file (%s) has a header but no lines.\nMaybe what writes it was not finished."
                            .formatted(file));
        }
        return new InteractionFile(interactions(latest), (double) (lines - pairs) / lines);
    }

    private static List<Interaction> interactions(Map<String, Map<String, Rated>> latest) {
        return latest.entrySet().stream()
                .flatMap(
                        user ->
                                user.getValue().entrySet().stream()
                                        .map(
                                                item ->
                                                        new Interaction(
                                                                user.getKey(),
                                                                item.getKey(),
                                                                item.getValue().rating(),
                                                                true)))
                .toList();
    }

    private static Rated rated(CsvTable table) {
        float rating = table.has(RATING) ? (float) table.number(RATING) : 1f;
        return new Rated(rating, table.has(TIMESTAMP) ? time(table) : 0);
    }

    /** A number as it is; an instant or a date as epoch millis. */
    private static double time(CsvTable table) {
        String text = table.name(TIMESTAMP).strip();
        if (text.matches("-?[0-9.eE+]+")) {
            return table.number(TIMESTAMP);
        }
        try {
            return text.length() > 10
                    ? Instant.parse(text).toEpochMilli()
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        } catch (DateTimeException e) {
            throw table.wrong(
                    "Its timestamp (%s) is neither a number nor a date nor an instant."
                            .formatted(text));
        }
    }

    private record Rated(float rating, double time) {}
}
