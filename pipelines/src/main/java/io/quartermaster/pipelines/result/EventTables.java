package io.quartermaster.pipelines.result;

import static io.quartermaster.pipelines.result.ResultColumn.text;
import static io.quartermaster.pipelines.result.ResultColumn.whole;
import static java.util.Comparator.comparing;

import io.quartermaster.domain.event.Event;
import io.quartermaster.domain.governance.Quarantined;
import io.quartermaster.pipelines.event.Channel;
import java.util.List;
import java.util.stream.Stream;

/** The tables of clean events and of what was kept apart. */
final class EventTables {

    private EventTables() {}

    static <T extends Event> ResultTable<T, T> events(Channel<T> channel) {
        return new ResultTable<>(
                channel.name(),
                channel,
                RecordColumns.of(channel.type()),
                comparing(Event::id),
                ResultTable.onlyOneVersion(),
                Stream::of);
    }

    static ResultTable<Quarantined, Quarantined> keptApart(Channel<Quarantined> channel) {
        return new ResultTable<>(
                channel.name(),
                channel,
                List.of(
                        text("source", Quarantined::source),
                        whole("line", Quarantined::line),
                        text("rule", Quarantined::rule),
                        text("reason", Quarantined::reason),
                        text("original", Quarantined::original),
                        text("kind", Quarantined::kind)),
                comparing(Quarantined::source)
                        .thenComparing(Quarantined::line)
                        .thenComparing(Quarantined::rule)
                        .thenComparing(Quarantined::reason)
                        .thenComparing(Quarantined::original),
                ResultTable.onlyOneVersion(),
                Stream::of);
    }
}
