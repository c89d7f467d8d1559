package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.demand.DemandWindow;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What happened, day by day: the last revision of every window. */
public final class ActualDays {

    private final Map<String, SortedMap<Long, DemandWindow>> bySeries = new HashMap<>();

    private ActualDays() {}

    /** Keeps windows, whatever their order. */
    public static ActualDays of(Iterable<DemandWindow> windows) {
        ActualDays actuals = new ActualDays();
        for (DemandWindow window : windows) {
            actuals.bySeries
                    .computeIfAbsent(key(window.item(), window.place()), key -> new TreeMap<>())
                    .merge(
                            window.day().toEpochDay(),
                            window,
                            (a, b) -> b.revision() >= a.revision() ? b : a);
        }
        return actuals;
    }

    /** Windows of a series by epoch day; empty if there are none. */
    SortedMap<Long, DemandWindow> ofSeries(String key) {
        SortedMap<Long, DemandWindow> days = bySeries.get(key);
        return days == null ? new TreeMap<>() : days;
    }

    /** Names a series. */
    static String key(String item, String place) {
        return item + "|" + place;
    }
}
