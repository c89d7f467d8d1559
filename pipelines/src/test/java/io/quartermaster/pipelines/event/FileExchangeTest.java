package io.quartermaster.pipelines.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quartermaster.domain.event.RawRecord;
import io.quartermaster.domain.event.StockLevel;
import io.quartermaster.pipelines.channel.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.CloseableIterator;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("try") // results may be interrupted while they close
class FileExchangeTest {

    @TempDir private Path folder;

    @Test
    void sortsAChannelByTimeKeyAndJson() throws Exception {
        FileExchange exchange = exchange();
        write(exchange, level("2", 2000, "B"), level("9", 1000, "Z"), level("1", 2000, "B\tx"));
        List<StockLevel> read = new ArrayList<>();
        exchange.forEach(Channels.STOCK, read::add);
        assertThat(read).extracting(StockLevel::id).containsExactly("9", "2", "1");
        assertThat(folder.toFile().list()).containsExactly("stock.jsonl");
    }

    @Test
    void readsASealedChannelInOrderWithItsTimes() throws Exception {
        FileExchange exchange = exchange();
        write(exchange, level("2", 2000, "B"), level("1", 1000, "A"));
        StreamExecutionEnvironment environment = environment();
        try (CloseableIterator<String> timed =
                exchange.read(environment, Channels.STOCK)
                        .process(new Timed<StockLevel>())
                        .returns(Types.STRING)
                        .uid("timed")
                        .executeAndCollect()) {
            List<String> all = new ArrayList<>();
            timed.forEachRemaining(all::add);
            assertThat(all).hasSize(2);
            assertThat(all.get(0)).startsWith("1000 StockLevel[id=1,");
        }
    }

    @Test
    void readsAChannelThatNobodyWroteAsEmpty() throws Exception {
        StreamExecutionEnvironment environment = environment();
        try (CloseableIterator<StockLevel> none =
                exchange().read(environment, Channels.STOCK).executeAndCollect()) {
            assertThat(none.hasNext()).isFalse();
        }
    }

    @Test
    void refusesToReadAChannelWhoseStageIsNotOver() throws Exception {
        Files.createDirectory(folder.resolve("stock"));
        assertThatThrownBy(() -> exchange().read(environment(), Channels.STOCK))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "The channel (stock) is read before it is sealed.\n"
                                + "Maybe its stage is not over.");
    }

    @Test
    void readsRawRecordsOfEveryFileWithLineAndTime() throws Exception {
        Path events = Files.createDirectory(folder.resolve("in"));
        Files.writeString(
                events.resolve("stock.csv"),
                "id,time,item,place,on_hand\r\n\"a\nb\",1970-01-01T00:00:01Z,A,main,3\r\nc,never,A,main,1\n");
        Files.writeString(
                events.resolve("messages.jsonl"),
                "{\"id\":\"m\",\"time\":2000,\"text\":\"hello\"}\n");
        FileExchange exchange =
                new FileExchange(folder, List.of(RawInput.events(events)), ZoneOffset.UTC);
        StreamExecutionEnvironment environment = environment();
        List<String> all = new ArrayList<>();
        try (CloseableIterator<String> timed =
                exchange.raw(environment)
                        .process(new Timed<RawRecord>())
                        .returns(Types.STRING)
                        .uid("timed")
                        .executeAndCollect()) {
            timed.forEachRemaining(all::add);
        }
        assertThat(all)
                .extracting(line -> line.replaceAll("(?s)names=.*", ""))
                .containsExactlyInAnyOrder(
                        "1000 RawRecord[kind=stock, source=stock.csv, line=2, ",
                        Long.MIN_VALUE + " RawRecord[kind=stock, source=stock.csv, line=4, ",
                        "2000 RawRecord[kind=messages, source=messages.jsonl, line=1, ");
    }

    private FileExchange exchange() {
        return new FileExchange(folder, List.of(), ZoneOffset.UTC);
    }

    private static void write(FileExchange exchange, StockLevel... levels) throws Exception {
        StreamExecutionEnvironment environment = environment();
        exchange.write(
                environment
                        .fromData(List.of(levels), TypeInformation.of(StockLevel.class))
                        .uid("levels"),
                Channels.STOCK);
        environment.execute();
        exchange.seal(Channels.STOCK, Channels.ORDERS);
    }

    private static StreamExecutionEnvironment environment() {
        StreamExecutionEnvironment environment = StrictEnvironment.local(2, new Configuration());
        environment.getConfig().enableAutoGeneratedUIDs();
        return environment;
    }

    private static StockLevel level(String id, long time, String item) {
        return new StockLevel(id, Instant.ofEpochMilli(time), "test", item, "main", 5);
    }

    private static final class Timed<T> extends ProcessFunction<T, String> {
        private static final long serialVersionUID = 1L;

        @Override
        public void processElement(T element, Context context, Collector<String> out) {
            out.collect(context.timestamp() + " " + element);
        }
    }
}
