package io.quartermaster.pipelines.governance;

import io.quartermaster.domain.event.Event;
import io.quartermaster.domain.event.EventKind;
import io.quartermaster.domain.governance.Quarantined;
import io.quartermaster.pipelines.event.Channel;
import java.util.Map;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * What cleaning hands on.
 *
 * @param byKind the step whose side output holds a kind's events
 * @param quarantine the rejects of every step
 */
record CleanStreams(
        Map<EventKind, SingleOutputStreamOperator<Void>> byKind,
        DataStream<Quarantined> quarantine) {

    /** The clean events of a channel. */
    <T extends Event> DataStream<T> of(Channel<T> channel) {
        EventKind kind = EventKind.ofLabel(channel.name()).orElseThrow();
        return byKind.get(kind).getSideOutput(KindSplitter.tag(channel));
    }
}
