package io.quartermaster.pipelines.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.event.generator.MarketplaceOptions;
import io.quartermaster.domain.forecast.Forecast;
import io.quartermaster.domain.forecast.SequenceModelOptions;
import io.quartermaster.pipelines.channel.Channels;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Marketplaces of seeds that nothing was tuned for, at a third of the demo's size. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the native library is for linux-x86_64")
@SuppressWarnings("try") // closing a harness may be interrupted
class SeedsTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final int DAYS = 300;
    private static final LocalDate TAIL = FIRST.plusDays(244);

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {20_260_101, 77_003, 990_017})
    void theLstmLosesAtLeastFifteenPercentLessThanSeasonalNaive(long seed) throws Exception {
        List<DemandWindow> windows =
                GeneratedWindows.of(new MarketplaceOptions(8, 32, 2, 1500, DAYS, seed, FIRST, 0));
        SequenceModelOptions whole = ForecastTrainer.options(14, seed);
        SequenceModelOptions quick =
                whole.with(whole.shape().sized(32, 1)).with(whole.training().paced(0.005, 5));
        new ForecastTrainer(quick, 6_000).train(windows, TAIL, folder, loss -> {});
        AccuracyTable table = AccuracyTable.of(run(windows), ActualDays.of(windows));
        assertThat(table.model("lstm").pinballLoss())
                .isLessThan(0.85 * table.model("seasonal_naive").pinballLoss());
        double best =
                table.models().stream()
                        .filter(row -> !row.model().equals("ensemble"))
                        .mapToDouble(AccuracyTable.Row::pinballLoss)
                        .min()
                        .orElseThrow();
        assertThat(table.model("ensemble").pinballLoss()).isLessThan(1.02 * best);
        assertThat(table.model("lstm").coverage()).isBetween(0.7, 0.95);
    }

    private List<Forecast> run(List<DemandWindow> windows) throws Exception {
        PlanDays plan = new PlanDays(TAIL.toEpochDay(), 7, FIRST.plusDays(DAYS - 1L).toEpochDay());
        ForecastOptions options = new ForecastOptions("lstm", folder.toString(), 256, 28, 14, plan);
        try (var harness =
                new KeyedOneInputStreamOperatorTestHarness<String, DescribedWindow, Forecast>(
                        new ForecastOperator(options), DescribedWindow::series, Types.STRING)) {
            harness.open();
            for (DemandWindow window : windows) {
                harness.processElement(
                        DescribedWindow.undescribed(window),
                        Channels.endOf(window.day()).toEpochMilli());
            }
            harness.endInput();
            return ForecastLines.of(harness.getOutput());
        }
    }
}
