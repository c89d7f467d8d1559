package io.quartermaster.domain.event.generator;

import io.quartermaster.domain.event.Event;
import io.quartermaster.domain.event.EventKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gathers the events of a marketplace by kind; what happens after the last day is not seen. */
final class EventLog {

    static final int SECONDS_OF_DAY = 86_400;

    private static final Map<Class<?>, EventKind> KINDS = new HashMap<>();

    static {
        for (EventKind kind : EventKind.values()) {
            KINDS.put(kind.type(), kind);
        }
    }

    private final LocalDate firstDay;
    private final Instant end;
    private final Map<EventKind, List<Event>> events = new EnumMap<>(EventKind.class);

    EventLog(MarketplaceOptions options) {
        this.firstDay = options.firstDay();
        this.end = options.lastDay().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    void add(Event event) {
        if (event.time().isBefore(end)) {
            events.computeIfAbsent(KINDS.get(event.getClass()), kind -> new ArrayList<>())
                    .add(event);
        }
    }

    /** The events of a kind in time order, ties by id. */
    List<Event> inOrder(EventKind kind) {
        List<Event> result = new ArrayList<>(events.getOrDefault(kind, List.of()));
        result.sort(Comparator.comparing(Event::time).thenComparing(Event::id));
        return result;
    }

    LocalDate date(int day) {
        return firstDay.plusDays(day);
    }

    /** A second of a day. */
    Instant at(int day, int second) {
        return date(day).atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(second);
    }

    /** The start of an hour of a day. */
    Instant hour(int day, int hour) {
        return at(day, hour * 3600);
    }
}
