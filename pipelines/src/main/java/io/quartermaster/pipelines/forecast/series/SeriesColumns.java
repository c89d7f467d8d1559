package io.quartermaster.pipelines.forecast.series;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/**
 * Which columns of a file hold series: those named, else the first that is there of the usual
 * names. Without a column of ids the file is one series.
 *
 * @param id column that names the series, empty for {@code unique_id} or item and place
 * @param time column of the times, empty for {@code ds}, {@code date} or {@code event_day}
 * @param target column of the values, empty for {@code y}, {@code sales} or {@code units}
 */
public record SeriesColumns(String id, String time, String target) implements Serializable {

    static final String ONE = "series";

    private static final List<String> IDS = List.of("unique_id");
    private static final List<String> TIMES = List.of("ds", "date", "event_day");
    private static final List<String> TARGETS = List.of("y", "sales", "units");
    private static final List<String> DEMAND = List.of("item", "place", "event_day");

    /** The usual names. */
    public static SeriesColumns usual() {
        return new SeriesColumns("", "", "");
    }

    /** The values in a column of this name, empty for the usual ones. */
    public static SeriesColumns target(String target) {
        return new SeriesColumns("", "", target);
    }

    /** With names of the header in place of empty ones; of none that is there, the first usual. */
    SeriesColumns found(List<String> header) {
        return new SeriesColumns(
                isDemand(header) || (id.isEmpty() && !hasOne(header, IDS))
                        ? ""
                        : of(id, IDS, header),
                of(time, TIMES, header),
                of(target, isDemand(header) ? List.of("units") : TARGETS, header));
    }

    /** Whether ids are made of item and place. */
    boolean isDemand(List<String> header) {
        return id.isEmpty() && !hasOne(header, IDS) && header.containsAll(DEMAND);
    }

    private static boolean hasOne(List<String> header, List<String> usual) {
        return header.stream().anyMatch(name -> usual.contains(name.toLowerCase(Locale.ROOT)));
    }

    private static String of(String named, List<String> usual, List<String> header) {
        if (!named.isEmpty()) {
            return named;
        }
        for (String name : usual) {
            for (String column : header) {
                if (column.toLowerCase(Locale.ROOT).equals(name)) {
                    return column;
                }
            }
        }
        return usual.get(0);
    }
}
