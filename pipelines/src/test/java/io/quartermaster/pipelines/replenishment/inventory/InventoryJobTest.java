package io.quartermaster.pipelines.replenishment.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.event.generator.MarketplaceOptions;
import io.quartermaster.domain.forecast.Forecast;
import io.quartermaster.domain.replenishment.LotOrder;
import io.quartermaster.domain.replenishment.justintime.LeadTimeDistribution;
import io.quartermaster.domain.replenishment.justintime.StockSignal;
import io.quartermaster.domain.replenishment.lots.LotAllocation;
import io.quartermaster.domain.replenishment.lots.StockValue;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.BreakingExchange;
import io.quartermaster.pipelines.event.Channel;
import io.quartermaster.pipelines.event.Exchange;
import io.quartermaster.pipelines.event.FileExchange;
import io.quartermaster.pipelines.event.GeneratedChannels;
import io.quartermaster.pipelines.event.JsonCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventoryJobTest {

    /** 4 brands, 8 items. */
    private static final MarketplaceOptions MARKET =
            new MarketplaceOptions(4, 8, 1, 60, 120, 7, LocalDate.of(2024, 1, 1), 0);

    private static final List<Channel<?>> WRITTEN =
            List.of(
                    Channels.LOT_ALLOCATIONS,
                    Channels.STOCK_VALUE,
                    Channels.LEAD_TIMES,
                    Channels.STOCK_SIGNALS);

    @TempDir private static Path folder;
    private static FileExchange whole;

    @BeforeAll
    static void runOnce() throws Exception {
        GeneratedChannels.write(folder, MARKET);
        List<String> forecasts = new ArrayList<>();
        for (int i = 1; i <= 8; i++) {
            for (LocalDate day = MARKET.tailStart(); day.isBefore(MARKET.lastDay()); ) {
                forecasts.add(
                        new String(
                                JsonCodec.of(Forecast.class)
                                        .write(forecast("S%04d".formatted(i), day)),
                                StandardCharsets.UTF_8));
                day = day.plusDays(7);
            }
        }
        Files.write(folder.resolve("forecast.jsonl"), forecasts);
        whole = run(exchange -> exchange, 1);
    }

    /** Two a day for four weeks. */
    private static Forecast forecast(String item, LocalDate madeOn) {
        double[] mean = new double[28];
        Arrays.fill(mean, 2);
        double[] sums = new double[28];
        Arrays.setAll(sums, i -> 2.0 * (i + 1));
        return new Forecast(
                item,
                "place-1",
                madeOn,
                "test",
                "1",
                true,
                mean,
                mean,
                mean,
                mean,
                sums,
                sums,
                Channels.endOf(madeOn));
    }

    @Test
    void tellsWhatStockAsksFor() {
        List<StockSignal> signals = whole.contents(Channels.STOCK_SIGNALS);
        assertThat(signals).isNotEmpty();
        assertThat(signals)
                .allSatisfy(
                        signal -> {
                            assertThat(signal.supplier()).startsWith("supplier-");
                            assertThat(signal.eventDay())
                                    .isBetween(MARKET.tailStart(), MARKET.lastDay());
                            assertThat(signal.coverDays())
                                    .isEqualTo((signal.onHand() + signal.openUnits()) / 2.0);
                        });
        assertThat(signals).extracting(StockSignal::pull).contains("order", "wait");
    }

    @Test
    void valuesAddUpOnEachDay() {
        List<StockValue> values = whole.contents(Channels.STOCK_VALUE);
        assertThat(values).hasSizeGreaterThan(100);
        assertThat(values).extracting(StockValue::method).contains("fifo", "fefo");
        for (StockValue day : values) {
            assertThat(day.opening().add(day.received()))
                    .isEqualByComparingTo(day.value().add(day.costOfSales()).add(day.writtenOff()));
        }
        List<LotAllocation> allocations = whole.contents(Channels.LOT_ALLOCATIONS);
        assertThat(allocations)
                .extracting(LotAllocation::kind)
                .contains("receipt", "sale", "return", "missing");
        List<LeadTimeDistribution> leads = whole.contents(Channels.LEAD_TIMES);
        assertThat(leads)
                .allSatisfy(
                        lead ->
                                assertThat(Arrays.stream(lead.probabilities()).sum())
                                        .isBetween(1 - 1e-9, 1 + 1e-9));
        assertThat(leads).anyMatch(lead -> lead.own() > 3 && lead.deviation() > 0);
    }

    @Test
    void survivesAnInjectedFailure() throws Exception {
        FileExchange failed =
                run(exchange -> BreakingExchange.failingOnce(exchange, Channels.STOCK, 600), 2);
        assertThat(BreakingExchange.hasFailed()).isTrue();
        assertSame(failed);
    }

    @Test
    void neitherParallelismNorLateWatermarksChangeTheAnswer() throws Exception {
        assertSame(run(BreakingExchange::withoutWatermarks, 2));
    }

    private static void assertSame(FileExchange other) throws IOException {
        for (Channel<?> channel : WRITTEN) {
            assertThat(Files.readAllLines(other.file(channel)))
                    .as(channel.name())
                    .isNotEmpty()
                    .isEqualTo(Files.readAllLines(whole.file(channel)));
        }
    }

    /** Over a copy of the channels read, into which it writes. */
    private static FileExchange run(UnaryOperator<Exchange> read, int parallelism)
            throws Exception {
        Path copy = Files.createTempDirectory(folder, "run");
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jsonl")) {
            for (Path file : files) {
                Files.copy(file, copy.resolve(file.getFileName().toString()));
            }
        }
        FileExchange exchange = new FileExchange(copy, List.of(), ZoneOffset.UTC);
        Configuration options = GeneratedChannels.options(MARKET);
        options.set(InventoryOptions.METHODS, List.of(LotOrder.FIFO, LotOrder.FEFO));
        GeneratedChannels.run(
                new InventoryJob(),
                read.apply(exchange),
                exchange,
                options,
                parallelism,
                WRITTEN.get(0));
        exchange.seal(WRITTEN.subList(1, WRITTEN.size()).toArray(Channel[]::new));
        return exchange;
    }
}
