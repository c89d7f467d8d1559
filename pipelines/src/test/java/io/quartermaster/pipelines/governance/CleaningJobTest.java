package io.quartermaster.pipelines.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.event.RawRecord;
import io.quartermaster.domain.event.ReturnLine;
import io.quartermaster.domain.governance.PersonalField;
import io.quartermaster.domain.governance.Quarantined;
import io.quartermaster.domain.governance.Tokeniser;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.Channel;
import io.quartermaster.pipelines.event.Exchange;
import io.quartermaster.pipelines.event.FailingOnce;
import io.quartermaster.pipelines.event.FileExchange;
import io.quartermaster.pipelines.event.StrictEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CleaningJobTest {

    private static final String MORNING = "2011-05-01T08:00:00Z";
    private static final String NOON = "2011-05-01T12:00:00Z";

    @TempDir private Path folder;

    @Test
    void sendsEveryLineToOneChannel() throws Exception {
        FileExchange clean = run("a", lines(), false, 2);
        assertThat(clean.contents(Channels.ORDERS)).extracting(OrderLine::id).containsExactly("a");
        assertThat(clean.contents(Channels.RETURNS))
                .extracting(ReturnLine::id, ReturnLine::matchedOrder)
                .containsExactly(tuple("r", "a"));
        assertThat(clean.contents(Channels.QUARANTINE))
                .extracting(reject -> reject.line() + " " + reject.rule())
                .containsExactlyInAnyOrder(
                        "3 duplicate",
                        "4 impossible_price",
                        "5 not_a_product",
                        "6 missing_field",
                        "7 malformed_field",
                        "8 unknown_kind",
                        "9 malformed_line",
                        "11 impossible_time");
    }

    @Test
    void leavesNoPersonalFieldInClear() throws Exception {
        FileExchange clean = run("a", lines(), false, 2);
        String token = new Tokeniser("quartermaster").token(PersonalField.CUSTOMER, "17850");
        assertThat(clean.contents(Channels.ORDERS))
                .extracting(OrderLine::customer)
                .containsExactly(token);
        for (Path file :
                List.of(
                        clean.file(Channels.ORDERS),
                        clean.file(Channels.RETURNS),
                        clean.file(Channels.QUARANTINE))) {
            assertThat(Files.readString(file)).doesNotContain("17850");
        }
        assertThat(clean.contents(Channels.QUARANTINE).stream().map(Quarantined::original))
                .anyMatch(original -> original.contains(token));
    }

    @Test
    void saysTheSameAtAnyParallelismAndInAnyOrder() throws Exception {
        List<RawRecord> reversed = new ArrayList<>(lines());
        Collections.reverse(reversed);
        FileExchange one = run("one", many(), false, 1);
        FileExchange two = run("two", many(), false, 2);
        for (Channel<?> channel : List.of(Channels.ORDERS, Channels.RETURNS, Channels.QUARANTINE)) {
            assertThat(Files.readString(two.file(channel)))
                    .isEqualTo(Files.readString(one.file(channel)));
        }
        assertThat(run("backward", reversed, false, 2).contents(Channels.QUARANTINE))
                .isEqualTo(run("forward", lines(), false, 2).contents(Channels.QUARANTINE));
    }

    @Test
    void survivesAnInjectedFailure() throws Exception {
        FileExchange undisturbed = run("undisturbed", many(), false, 2);
        FileExchange recovered = run("recovered", many(), true, 2);
        assertThat(FailingOnce.hasFailed()).isTrue();
        for (Channel<?> channel : List.of(Channels.ORDERS, Channels.RETURNS, Channels.QUARANTINE)) {
            assertThat(Files.readString(recovered.file(channel)))
                    .isEqualTo(Files.readString(undisturbed.file(channel)));
        }
    }

    private FileExchange run(String name, List<RawRecord> lines, boolean fails, int parallelism)
            throws Exception {
        FileExchange files = new FileExchange(folder.resolve(name), List.of(), ZoneOffset.UTC);
        StreamExecutionEnvironment environment =
                StrictEnvironment.local(parallelism, FailingOnce.recovering());
        new CleaningJob()
                .define(environment, new FromList(files, lines, fails), new Configuration());
        environment.execute();
        Channels.clean().forEach(files::seal);
        files.seal(Channels.QUARANTINE);
        return files;
    }

    private static List<RawRecord> lines() {
        return List.of(
                Lines.rawOrder(2, "a", MORNING, "85123a", "6", "2.55"),
                Lines.rawOrder(3, "a", MORNING, "85123a", "6", "2.55"),
                Lines.rawOrder(4, "b", MORNING, "85123A", "6", "0"),
                Lines.rawOrder(5, "c", MORNING, "POST", "1", "18"),
                Lines.rawOrder(6, "d", MORNING, "", "1", "18"),
                Lines.rawOrder(7, "e", MORNING, "A", "some", "18"),
                with("wishes", Lines.rawOrder(8, "f", MORNING, "A", "1", "18")),
                broken(9),
                Lines.rawCancellation(10, "r", NOON, "85123A", "6"),
                Lines.rawOrder(11, "g", "0211-05-01T08:00:00Z", "A", "1", "18"));
    }

    private static List<RawRecord> many() {
        List<RawRecord> many = new ArrayList<>(lines());
        Stream.iterate(12, line -> line < 300, line -> line + 1)
                .map(
                        line ->
                                line % 7 == 0
                                        ? Lines.rawCancellation(
                                                line, "r" + line, NOON, "A" + line % 3, "2")
                                        : Lines.rawOrder(
                                                line,
                                                "m" + line / 2,
                                                MORNING,
                                                "A" + line % 3,
                                                "2",
                                                line % 11 == 0 ? "-1" : "1.5"))
                .forEach(many::add);
        return many;
    }

    private static RawRecord with(String kind, RawRecord record) {
        return new RawRecord(
                kind,
                record.source(),
                record.line(),
                record.names(),
                record.values(),
                record.original(),
                "");
    }

    private static RawRecord broken(long line) {
        return new RawRecord(
                "orders",
                "file",
                line,
                new String[0],
                new String[0],
                "x,17850,\"",
                "The quote is not closed.");
    }

    /** Raw records from a list, all else from and to files. */
    private record FromList(FileExchange files, List<RawRecord> lines, boolean fails)
            implements Exchange {

        @Override
        public DataStream<RawRecord> raw(StreamExecutionEnvironment environment) {
            return FailingOnce.source(
                    environment, lines, RawRecord.class, record -> 0L, fails, "lines");
        }

        @Override
        public <T> DataStream<T> read(StreamExecutionEnvironment environment, Channel<T> channel) {
            return files.read(environment, channel);
        }

        @Override
        public <T> void write(DataStream<T> stream, Channel<T> channel) {
            files.write(stream, channel);
        }
    }
}
