package io.quartermaster.pipelines.event;

import io.quartermaster.domain.event.RawRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Feeds a job one half of a history at a time. The first half's sources stay open when all is read,
 * so that a savepoint can be taken of a running job; the second half's end. Their uids differ: what
 * the sources know is no part of what a savepoint must carry over.
 */
public final class HalvesExchange implements Exchange {

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static CountDownLatch unread = new CountDownLatch(0);

    private final Path inputs;
    private final FileExchange outputs;
    private final boolean first;

    private HalvesExchange(Path inputs, FileExchange outputs, boolean first) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.first = first;
    }

    /** The half that stays open; {@link #awaitRead} tells when all of it is read. */
    public static HalvesExchange first(Path inputs, FileExchange outputs) throws IOException {
        long count = 0;
        try (Stream<Path> files = Files.walk(inputs)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                count += Files.readAllLines(file).size();
            }
        }
        unread = new CountDownLatch(Math.toIntExact(count));
        return new HalvesExchange(inputs, outputs, true);
    }

    /** The half that ends. */
    public static HalvesExchange second(Path inputs, FileExchange outputs) {
        return new HalvesExchange(inputs, outputs, false);
    }

    /** Waits until every element of the first half has entered the job. */
    public static void awaitRead() throws InterruptedException {
        if (!unread.await(2, TimeUnit.MINUTES)) {
            throw new IllegalStateException(unread.getCount() + " elements were not read.");
        }
    }

    @Override
    public DataStream<RawRecord> raw(StreamExecutionEnvironment environment) {
        throw new UnsupportedOperationException("Halves hold clean channels only.");
    }

    @Override
    public <T> DataStream<T> read(StreamExecutionEnvironment environment, Channel<T> channel) {
        String uid = (first ? "first-" : "second-") + channel.name();
        FileSource.FileSourceBuilder<T> source =
                FileSource.forRecordStreamFormat(
                        new JsonLinesFormat<>(channel.type()), folder(channel));
        return environment
                .fromSource(
                        first ? source.monitorContinuously(LOOK).build() : source.build(),
                        WatermarkStrategy.<T>forMonotonousTimestamps()
                                .withTimestampAssigner(
                                        (element, before) ->
                                                channel.time().apply(element).toEpochMilli()),
                        uid,
                        PlainTypes.of(channel.type()))
                .uid(uid)
                .map(new Count<>(), PlainTypes.of(channel.type()))
                .name(uid + "-count")
                .uid(uid + "-count");
    }

    @Override
    public <T> void write(DataStream<T> stream, Channel<T> channel) {
        outputs.write(stream, channel);
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
            unread.countDown();
            return element;
        }
    }
}
