package io.quartermaster.pipelines.governance;

import io.quartermaster.domain.event.Event;
import io.quartermaster.domain.event.EventKind;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.Channel;
import io.quartermaster.pipelines.event.PlainTypes;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Hands each candidate's event to the side output of its kind. */
final class KindSplitter extends ProcessFunction<Candidate, Void> {

    private static final long serialVersionUID = 1L;

    private static final Map<EventKind, Exit<?>> EXITS = exits();

    /** The side output of a channel's events. */
    static <T extends Event> OutputTag<T> tag(Channel<T> channel) {
        return new OutputTag<>(channel.name(), PlainTypes.of(channel.type()));
    }

    @Override
    public void processElement(Candidate candidate, Context context, Collector<Void> out) {
        EXITS.get(candidate.kind()).hand(candidate.event(), context);
    }

    private static Map<EventKind, Exit<?>> exits() {
        Map<EventKind, Exit<?>> exits = new EnumMap<>(EventKind.class);
        for (Channel<? extends Event> channel : Channels.clean()) {
            exits.put(EventKind.ofLabel(channel.name()).orElseThrow(), Exit.of(channel));
        }
        return exits;
    }

    /** One kind's way out. */
    private record Exit<T extends Event>(Class<T> type, OutputTag<T> tag) {

        static <T extends Event> Exit<T> of(Channel<T> channel) {
            return new Exit<>(channel.type(), KindSplitter.tag(channel));
        }

        void hand(Event event, Context context) {
            context.output(tag, type.cast(event));
        }
    }
}
