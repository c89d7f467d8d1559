package io.quartermaster.pipelines.event;

import com.fasterxml.jackson.databind.MappingIterator;
import io.quartermaster.domain.event.RawRecord;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.filesystem.bucketassigners.BasePathBucketAssigner;
import org.apache.flink.streaming.api.functions.sink.filesystem.rollingpolicies.OnCheckpointRollingPolicy;

/**
 * Streams between the jobs of a bounded run, as files under one folder. A job writes the parts of a
 * channel exactly once; when the stage is over, {@link #seal} sorts them into one file by (event
 * time, key, JSON), which the next jobs read with ascending watermarks. So nothing depends on which
 * task wrote an element, or when.
 *
 * <p>Raw records come with their event times. Their watermark rises with them where an input is one
 * file in time order; otherwise it comes at the end, as it does from Kafka.
 */
public final class FileExchange implements Exchange {

    private static final String SEALED = ".jsonl";
    private static final String EMPTY = ".empty";

    private final Path folder;
    private final List<RawInput> inputs;
    private final String zone;

    /**
     * @param folder of this run; it is made when something is written
     * @param inputs what {@link #raw} reads
     * @param zone in which local times of raw records are read
     */
    public FileExchange(Path folder, List<RawInput> inputs, ZoneId zone) {
        this.folder = folder.toAbsolutePath();
        this.inputs = List.copyOf(inputs);
        this.zone = zone.getId();
    }

    @Override
    public DataStream<RawRecord> raw(StreamExecutionEnvironment environment) {
        DataStream<RawRecord> all = null;
        for (int i = 0; i < inputs.size(); i++) {
            DataStream<RawRecord> one = raw(environment, inputs.get(i), "read-raw-" + i);
            all = all == null ? one : all.union(one);
        }
        return all == null
                ? lines(environment, RawRecord.class, emptyFile(), raw -> Instant.EPOCH, "read-raw")
                : all;
    }

    @Override
    public <T> DataStream<T> read(StreamExecutionEnvironment environment, Channel<T> channel) {
        String uid = "read-" + channel.name();
        if (Files.isDirectory(parts(channel))) {
            throw new IllegalStateException(
                    String.format(
                            "The channel (%s) is read before it is sealed.%n"
                                    + "Maybe its stage is not over.",
                            channel.name()));
        }
        Path file = Files.exists(file(channel)) ? file(channel) : emptyFile();
        return lines(environment, channel.type(), file, channel.time(), uid);
    }

    @Override
    public <T> void write(DataStream<T> stream, Channel<T> channel) {
        String uid = "write-" + channel.name();
        stream.sinkTo(
                        FileSink.forRowFormat(
                                        flinkPath(parts(channel)), new SortableLine<>(channel))
                                .withBucketAssigner(new BasePathBucketAssigner<>())
                                .withRollingPolicy(OnCheckpointRollingPolicy.build())
                                .build())
                .name(uid)
                .uid(uid);
    }

    /** Sorts what a finished stage wrote; channels that it did not write stay as they are. */
    public void seal(Channel<?>... channels) {
        Arrays.stream(channels).forEach(this::sealOne);
    }

    /** The sorted JSON Lines of a channel; absent if nobody wrote it. */
    public Path file(Channel<?> channel) {
        return folder.resolve(channel.name() + SEALED);
    }

    /** Hands on the elements of a sealed channel in its order, without Flink. */
    public <T> void forEach(Channel<T> channel, Consumer<T> consumer) {
        if (!Files.exists(file(channel))) {
            return;
        }
        try (MappingIterator<T> elements =
                JsonCodec.of(channel.type()).readAll(RawFiles.open(file(channel)))) {
            while (elements.hasNextValue()) {
                consumer.accept(elements.nextValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that a sealed channel holds, in its order. */
    public <T> List<T> contents(Channel<T> channel) {
        List<T> elements = new ArrayList<>();
        forEach(channel, elements::add);
        return elements;
    }

    /** Puts elements into a sealed channel, beside what it holds. */
    public <T> void add(Channel<T> channel, List<T> elements) throws IOException {
        SortableLine<T> lines = new SortableLine<>(channel);
        Files.createDirectories(parts(channel));
        List<T> all = contents(channel);
        all.addAll(elements);
        try (OutputStream out =
                new BufferedOutputStream(Files.newOutputStream(parts(channel).resolve("added")))) {
            for (T element : all) {
                lines.encode(element, out);
            }
        }
        sealOne(channel);
    }

    private DataStream<RawRecord> raw(
            StreamExecutionEnvironment environment, RawInput input, String uid) {
        ZoneId local = ZoneId.of(zone);
        WatermarkStrategy<RawRecord> watermarks =
                input.inTimeOrder()
                        ? WatermarkStrategy.forBoundedOutOfOrderness(TimeOrder.SLACK)
                        : WatermarkStrategy.noWatermarks();
        return environment
                .fromSource(
                        FileSource.forBulkFileFormat(
                                        new RawFileFormat(input),
                                        input.eventFiles().stream()
                                                .map(FileExchange::flinkPath)
                                                .toArray(org.apache.flink.core.fs.Path[]::new))
                                .build(),
                        watermarks.withTimestampAssigner(
                                (record, before) -> TimeOrder.millisOf(record, local)),
                        uid,
                        PlainTypes.of(RawRecord.class))
                .uid(uid);
    }

    private static <T> DataStream<T> lines(
            StreamExecutionEnvironment environment,
            Class<T> type,
            Path file,
            Channel.EventTime<T> time,
            String uid) {
        return environment
                .fromSource(
                        FileSource.forRecordStreamFormat(
                                        new JsonLinesFormat<>(type), flinkPath(file))
                                .build(),
                        WatermarkStrategy.<T>forMonotonousTimestamps()
                                .withTimestampAssigner(
                                        (element, before) -> time.apply(element).toEpochMilli()),
                        uid,
                        PlainTypes.of(type))
                .uid(uid);
    }

    /** What is read of a channel that nobody wrote. */
    private Path emptyFile() {
        Path file = folder.resolve(EMPTY);
        try {
            Files.createDirectories(folder);
            return Files.exists(file) ? file : Files.createFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void sealOne(Channel<?> channel) {
        Path parts = parts(channel);
        if (!Files.isDirectory(parts)) {
            return;
        }
        try {
            ChannelSort.sort(finished(parts), file(channel));
            delete(parts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path parts(Channel<?> channel) {
        return folder.resolve(channel.name());
    }

    /** Parts that a checkpoint or the job's end has committed; the sink hides all others. */
    private static List<Path> finished(Path parts) throws IOException {
        try (Stream<Path> files = Files.list(parts)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private static void delete(Path parts) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(parts)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.delete(file);
        }
    }

    private static org.apache.flink.core.fs.Path flinkPath(Path path) {
        return new org.apache.flink.core.fs.Path(path.toUri());
    }
}
