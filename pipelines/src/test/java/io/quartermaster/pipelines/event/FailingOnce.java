package io.quartermaster.pipelines.event;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * A bounded source for tests of recovery: it hands out a few elements at each checkpoint, and where
 * asked fails once, after a checkpoint has completed and half of the elements have passed.
 */
public final class FailingOnce {

    private static final int BATCHES = 6;

    private FailingOnce() {}

    /** Settings under which such a job recovers. */
    public static Configuration recovering() {
        Configuration configuration = new Configuration();
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(20));
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 2);
        configuration.set(
                RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(1));
        return configuration;
    }

    /** The elements, with event times and one watermark at the end. */
    public static <T> DataStream<T> source(
            StreamExecutionEnvironment environment,
            List<T> elements,
            Class<T> type,
            Channel.SerializableFunction<T, Long> millis,
            boolean fails,
            String uid) {
        JsonCodec<T> codec = JsonCodec.of(type);
        byte[][] lines = elements.stream().map(codec::write).toArray(byte[][]::new);
        int perCheckpoint = Math.max(1, elements.size() / BATCHES);
        DataGeneratorSource<T> source =
                new DataGeneratorSource<>(
                        index -> JsonCodec.of(type).read(lines[index.intValue()]),
                        elements.size(),
                        RateLimiterStrategy.perCheckpoint(perCheckpoint),
                        PlainTypes.of(type));
        WatermarkStrategy<T> times =
                WatermarkStrategy.<T>noWatermarks()
                        .withTimestampAssigner((element, before) -> millis.apply(element));
        return environment
                .fromSource(source, times, uid)
                .setParallelism(1)
                .uid(uid)
                .process(new Tripwire<T>(elements.size() / 2, fails))
                .setParallelism(1)
                .returns(PlainTypes.of(type))
                .uid(uid + "-tripwire");
    }

    private static final class Tripwire<T> extends ProcessFunction<T, T>
            implements CheckpointListener {

        private static final long serialVersionUID = 1L;
        private static final Set<String> FAILED = ConcurrentHashMap.newKeySet();

        private final String name = UUID.randomUUID().toString();
        private final int after;
        private final boolean fails;

        private transient int passed;
        private transient boolean checkpointed;

        private Tripwire(int after, boolean fails) {
            this.after = after;
            this.fails = fails;
        }

        @Override
        public void processElement(T element, Context context, Collector<T> out) {
            passed++;
            if (fails && checkpointed && passed > after && FAILED.add(name)) {
                throw new IllegalStateException("The failure that this test injects.");
            }
            out.collect(element);
        }

        @Override
        public void notifyCheckpointComplete(long checkpoint) {
            checkpointed = true;
        }

        /** Whether any tripwire has sprung; a test that injects a failure asserts it. */
        private static boolean sprung() {
            return !FAILED.isEmpty();
        }
    }

    /** Whether a failure has been injected in this JVM. */
    public static boolean hasFailed() {
        return Tripwire.sprung();
    }
}
