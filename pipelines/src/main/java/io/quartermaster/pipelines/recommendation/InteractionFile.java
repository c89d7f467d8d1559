package io.quartermaster.pipelines.recommendation;

import io.quartermaster.domain.recommendation.model.Histories;
import io.quartermaster.domain.recommendation.model.HistoriesBuilder;
import io.quartermaster.domain.recommendation.model.SearchSettings.Holding;
import io.quartermaster.domain.recommendation.model.UserHistory;
import io.quartermaster.pipelines.event.CsvTable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Interactions as a table {@code user,item[,rating][,timestamp]} or {@code
 * user,item[,rating],position}, where a position orders the events of one user only. Without
 * ratings each counts 1; without timestamps and positions lines are taken to be in order.
 *
 * @param histories every line as an event
 * @param rated whether there are ratings
 * @param ordered whether the order within a user says anything: it does not where there is no time
 *     and the items of users ascend by their ids
 */
public record InteractionFile(Histories histories, boolean rated, boolean ordered) {

    private static final String RATING = "rating";
    private static final String TIMESTAMP = "timestamp";
    private static final String POSITION = "position";

    /** From this share of repeated pairs on, people buy the same again. */
    private static final double REPEATED_SHARE = 0.2;

    private static final double ASCENDING = 0.95;

    /**
     * Reads a file.
     *
     * @param catalogue items that are there though nobody may have had to do with them
     * @throws IllegalArgumentException when the file or one of its lines does not fit
     */
    public static InteractionFile read(Path file, Set<String> catalogue) throws IOException {
        return read(List.of(file), catalogue).get(0);
    }

    /** Reads files that share users and items, and so their numbers. */
    public static List<InteractionFile> read(List<Path> files, Set<String> catalogue)
            throws IOException {
        List<HistoriesBuilder> builders = new ArrayList<>();
        HistoriesBuilder first = new HistoriesBuilder();
        catalogue.forEach(first::item);
        List<Columns> columns = new ArrayList<>();
        for (Path file : files) {
            HistoriesBuilder builder = builders.isEmpty() ? first : first.beside();
            columns.add(fill(file, builder));
            builders.add(builder);
        }
        List<InteractionFile> read = new ArrayList<>();
        for (int i = 0; i < builders.size(); i++) {
            read.add(of(builders.get(i), columns.get(i)));
        }
        return read;
    }

    /**
     * What to hold out of these to choose settings by: where people buy again, what came last in
     * time; where there is an order, each user's last; else some of each user's.
     */
    public Holding holding() {
        if (histories.timed() && histories.repeatedShare() >= REPEATED_SHARE) {
            return Holding.TEMPORAL;
        }
        return ordered ? Holding.LAST : Holding.DRAWN;
    }

    /**
     * Whether lists leave out what a user has, if nobody says: unless people buy the same again.
     */
    public boolean excludeSeen() {
        return excludeSeen(histories);
    }

    static boolean excludeSeen(Histories histories) {
        return histories.repeatedShare() < REPEATED_SHARE;
    }

    private record Columns(boolean rated, String order) {}

    private static Columns fill(Path file, HistoriesBuilder builder) throws IOException {
        try (CsvTable table = CsvTable.open(file, "user", "item")) {
            boolean rated = table.has(RATING);
            String order = table.has(TIMESTAMP) ? TIMESTAMP : table.has(POSITION) ? POSITION : "";
            while (table.next()) {
                builder.add(
                        table.name("user"),
                        table.name("item"),
                        rated ? (float) table.number(RATING) : 1f,
                        order.isEmpty() ? builder.size() : time(table, order));
            }
            if (builder.size() == 0) {
                throw new IllegalArgumentException(
                        "The file (%s) has a header but no lines.\nMaybe what writes it was not finished."
                                .formatted(file));
            }
            return new Columns(rated, order);
        }
    }

    private static InteractionFile of(HistoriesBuilder builder, Columns columns) {
        Histories histories = builder.build(columns.order().equals(TIMESTAMP));
        if (histories.timed() && isPositions(histories)) {
            histories = builder.build(false);
        }
        boolean ordered = !columns.order().isEmpty() || !isSorted(histories);
        return new InteractionFile(histories, columns.rated(), ordered);
    }

    /** Whether every history runs upward by ones from one start. */
    private static boolean isPositions(Histories histories) {
        double start = histories.firstTime();
        for (int user = 0; user < histories.users(); user++) {
            double[] times = histories.of(user).times();
            for (int i = 0; i < times.length; i++) {
                if (times[i] != start + i) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether nearly all histories are sorted by item. */
    private static boolean isSorted(Histories histories) {
        long pairs = 0;
        long byNumber = 0;
        long byName = 0;
        for (int user = 0; user < histories.users(); user++) {
            UserHistory history = histories.of(user);
            for (int i = 1; i < history.size(); i++) {
                String one = histories.item(history.items()[i - 1]);
                String next = histories.item(history.items()[i]);
                pairs++;
                byName += one.compareTo(next) <= 0 ? 1 : 0;
                byNumber += isNumberBefore(one, next) ? 1 : 0;
            }
        }
        return pairs > 0 && Math.max(byName, byNumber) >= ASCENDING * pairs;
    }

    /** As whole numbers without leading zeros, the shorter is the smaller. */
    private static boolean isNumberBefore(String one, String next) {
        return one.length() == next.length()
                ? one.compareTo(next) <= 0
                : one.length() < next.length();
    }

    /** A number as it is; an instant, a date or a date and time in UTC as epoch millis. */
    private static double time(CsvTable table, String column) {
        String text = table.name(column).strip();
        if (text.matches("-?[0-9.eE+]+")) {
            return table.number(column);
        }
        try {
            return instant(text).toEpochMilli();
        } catch (DateTimeException e) {
            throw table.wrong(
                    "Its %s (%s) is neither a number nor a date nor an instant."
                            .formatted(column, text));
        }
    }

    private static Instant instant(String text) {
        if (text.length() <= 10) {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        return text.endsWith("Z") || text.indexOf('+', 10) > 0 || text.indexOf('-', 11) > 0
                ? java.time.OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
    }
}
