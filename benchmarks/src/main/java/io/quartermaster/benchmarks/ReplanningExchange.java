package io.quartermaster.benchmarks;

import io.quartermaster.domain.event.RawRecord;
import io.quartermaster.domain.replenishment.PlanSummary;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.Channel;
import io.quartermaster.pipelines.event.Exchange;
import io.quartermaster.pipelines.event.PlainTypes;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** Carries a {@link ReplanningStory} to the replenishment job, and its plans back. */
final class ReplanningExchange implements Exchange {

    /** Of the job that runs in this process; functions are serialised, the story is not. */
    private static ReplanningStory told;

    private final ReplanningStory story;
    private DataStream<Long> parts;

    ReplanningExchange(ReplanningStory story) {
        this.story = story;
        tell(story);
    }

    private static synchronized void tell(ReplanningStory story) {
        told = story;
    }

    private static synchronized ReplanningStory told() {
        return told;
    }

    @Override
    public DataStream<RawRecord> raw(StreamExecutionEnvironment environment) {
        throw new UnsupportedOperationException("The replenishment job reads no raw records.");
    }

    @Override
    public <T> DataStream<T> read(StreamExecutionEnvironment environment, Channel<T> channel) {
        DataStream<T> known = known(environment, channel);
        boolean goesOn =
                channel.name().equals(Channels.STOCK.name())
                        || channel.name().equals(Channels.TERMS.name());
        return goesOn ? known.union(later(environment, channel)) : known;
    }

    private <T> DataStream<T> known(StreamExecutionEnvironment environment, Channel<T> channel) {
        return environment
                .fromSequence(0, Math.max(0, story.first(channel.name()).size() - 1))
                .uid("known-" + channel.name())
                .setParallelism(1)
                .<T>flatMap(
                        (index, out) ->
                                told().first(channel.name()).stream()
                                        .skip(index)
                                        .limit(1)
                                        .forEach(of -> out.collect(channel.type().cast(of))),
                        PlainTypes.of(channel.type()))
                .setParallelism(1)
                .uid("first-" + channel.name())
                .assignTimestampsAndWatermarks(
                        WatermarkStrategy.<T>noWatermarks()
                                .withTimestampAssigner(
                                        (element, before) ->
                                                channel.time().apply(element).toEpochMilli()))
                .setParallelism(1)
                .uid("times-" + channel.name());
    }

    /** One after the other, each when the plan of the one before is out. */
    private DataStream<Long> parts(StreamExecutionEnvironment environment) {
        if (parts == null) {
            parts =
                    environment
                            .fromSequence(0, 2L * ReplanningStory.EVENTS)
                            .uid("parts")
                            .setParallelism(1)
                            .map(ReplanningExchange::tell, Types.LONG)
                            .setParallelism(1)
                            .uid("tell")
                            .assignTimestampsAndWatermarks(
                                    WatermarkStrategy.<Long>forGenerator(any -> new EachOne())
                                            .withTimestampAssigner(
                                                    (part, before) ->
                                                            ReplanningStory.time(part)
                                                                    .toEpochMilli()))
                            .setParallelism(1)
                            .uid("time-parts");
        }
        return parts;
    }

    private static Long tell(Long part) throws InterruptedException {
        told().tell(part);
        return part;
    }

    private <T> DataStream<T> later(StreamExecutionEnvironment environment, Channel<T> channel) {
        boolean ofStock = channel.name().equals(Channels.STOCK.name());
        return parts(environment)
                .<T>flatMap(
                        (part, out) -> {
                            Object of = ofStock ? told().stock(part) : told().terms(part);
                            if (of != null) {
                                out.collect(channel.type().cast(of));
                            }
                        },
                        PlainTypes.of(channel.type()))
                .setParallelism(1)
                .uid("later-" + channel.name());
    }

    @Override
    public <T> void write(DataStream<T> stream, Channel<T> channel) {
        stream.map(ReplanningExchange::seen, PlainTypes.of(channel.type()))
                .setParallelism(1)
                .uid("seen-" + channel.name())
                .sinkTo(new DiscardingSink<>())
                .uid("end-" + channel.name());
    }

    private static <T> T seen(T element) {
        if (element instanceof PlanSummary summary) {
            told().answered(summary);
        }
        return element;
    }

    /** Tells the time with each element. */
    private static final class EachOne implements WatermarkGenerator<Long> {
        @Override
        public void onEvent(Long part, long time, WatermarkOutput output) {
            output.emitWatermark(new Watermark(time - 1));
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            // Each element has told the time.
        }
    }
}
