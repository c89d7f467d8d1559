package io.quartermaster.pipelines.event;

import io.quartermaster.domain.event.RawRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * Feeds a job one half of a history at a time. The first half's sources stay open when all is read,
 * so that a savepoint can be taken of a running job; the second half's end. Their uids differ: what
 * the sources know is no part of what a savepoint must carry over.
 */
public final class HalvesExchange implements Exchange {

    private static final Duration LOOK = Duration.ofSeconds(1);

    private static final Map<String, Queue<String>> ROWS = new ConcurrentHashMap<>();

    /** Of 200 ms each. */
    private static final int QUIET_PERIODS = 15;

    private static final long UNTIL_ALL_IS_DONE_MILLIS = 8_000;
    private static final AtomicLong SEEN = new AtomicLong();

    /** Raw records as a channel; one without a time that can be read stands at the epoch. */
    public static final Channel<RawRecord> RAW =
            new Channel<>(
                    "raw",
                    RawRecord.class,
                    raw -> raw.source() + ":" + raw.line(),
                    HalvesExchange::timeOf);

    private final Path inputs;
    private final Instant cut;
    private final boolean first;
    private final Set<String> read = new HashSet<>();

    private HalvesExchange(Path inputs, Instant cut, boolean first) {
        this.inputs = inputs;
        this.cut = cut;
        this.first = first;
    }

    /** The half that stays open; {@link #awaitRead} tells when all of it is read. */
    public static HalvesExchange first(Path inputs, Instant cut) {
        SEEN.set(0);
        ROWS.clear();
        return new HalvesExchange(inputs, cut, true);
    }

    /** The half that ends. */
    public static HalvesExchange second(Path inputs) {
        ROWS.clear();
        return new HalvesExchange(inputs, null, false);
    }

    /** Waits until the job has done what it can with the channels that it reads. */
    public void awaitRead() throws IOException, InterruptedException {
        long there = 0;
        for (String channel : read) {
            try (Stream<Path> files = Files.list(inputs.resolve(channel))) {
                for (Path file : files.toList()) {
                    there += Files.readAllLines(file).size();
                }
            }
        }
        for (int i = 0; i < 1200 && SEEN.get() < there; i++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        if (SEEN.get() != there) {
            throw new IllegalStateException(
                    "%d of %d elements were read.".formatted(SEEN.get(), there));
        }
        TimeUnit.MILLISECONDS.sleep(UNTIL_ALL_IS_DONE_MILLIS);
    }

    /** What the job gave, by channel, in the order of the text. */
    public Map<String, List<String>> rows() {
        Map<String, List<String>> rows = new TreeMap<>();
        ROWS.forEach((channel, lines) -> rows.put(channel, lines.stream().sorted().toList()));
        return rows;
    }

    @Override
    public DataStream<RawRecord> raw(StreamExecutionEnvironment environment) {
        return read(environment, RAW);
    }

    private static Instant timeOf(RawRecord raw) {
        long millis = TimeOrder.millisOf(raw, ZoneOffset.UTC);
        return millis == TimeOrder.NO_TIME ? Instant.EPOCH : Instant.ofEpochMilli(millis);
    }

    @Override
    public <T> DataStream<T> read(StreamExecutionEnvironment environment, Channel<T> channel) {
        String uid = (first ? "first-" : "second-") + channel.name();
        read.add(channel.name());
        FileSource.FileSourceBuilder<T> source =
                FileSource.forRecordStreamFormat(
                        new JsonLinesFormat<>(channel.type()), folder(channel));
        return environment
                .fromSource(
                        first ? source.monitorContinuously(LOOK).build() : source.build(),
                        WatermarkStrategy.noWatermarks(),
                        uid,
                        PlainTypes.of(channel.type()))
                .uid(uid)
                .map(new Count<>(), PlainTypes.of(channel.type()))
                .name(uid + "-count")
                .uid(uid + "-count")
                .assignTimestampsAndWatermarks(times(channel))
                .name(uid + "-times")
                .uid(uid + "-times");
    }

    private <T> WatermarkStrategy<T> times(Channel<T> channel) {
        Instant end = cut;
        WatermarkStrategy<T> times =
                first
                        ? WatermarkStrategy.forGenerator(none -> new UpToTheCut<>(end))
                        : WatermarkStrategy.forMonotonousTimestamps();
        return times.withTimestampAssigner(
                (element, before) -> channel.time().apply(element).toEpochMilli());
    }

    @Override
    public <T> void write(DataStream<T> stream, Channel<T> channel) {
        ROWS.put(channel.name(), new ConcurrentLinkedQueue<>());
        String uid = "collect-" + channel.name();
        stream.map(new Collect<>(channel), Types.VOID)
                .name(uid)
                .uid(uid)
                .sinkTo(new DiscardingSink<>())
                .name(uid + "-end")
                .uid(uid + "-end");
    }

    private org.apache.flink.core.fs.Path folder(Channel<?> channel) {
        try {
            Path folder = Files.createDirectories(inputs.resolve(channel.name()));
            return new org.apache.flink.core.fs.Path(folder.toUri());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Count<T> implements MapFunction<T, T> {

        private static final long serialVersionUID = 1L;

        @Override
        public T map(T element) {
            SEEN.incrementAndGet();
            return element;
        }
    }

    private static final class Collect<T> implements MapFunction<T, Void> {

        private static final long serialVersionUID = 1L;

        private final Channel<T> channel;
        private transient JsonCodec<T> codec;

        Collect(Channel<T> channel) {
            this.channel = channel;
        }

        @Override
        public Void map(T element) {
            codec = codec == null ? JsonCodec.of(channel.type()) : codec;
            ROWS.get(channel.name()).add(new String(codec.write(element), StandardCharsets.UTF_8));
            return null;
        }
    }

    /** The first half is over when nothing more has come for a while. */
    private static final class UpToTheCut<T> implements WatermarkGenerator<T> {

        private final Instant cut;
        private int quiet;

        UpToTheCut(Instant cut) {
            this.cut = cut;
        }

        @Override
        public void onEvent(T event, long timestamp, WatermarkOutput output) {
            quiet = 0;
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            if (++quiet > QUIET_PERIODS) {
                output.emitWatermark(new Watermark(cut.toEpochMilli() - 1));
            }
        }
    }
}
