package io.quartermaster.pipelines.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.brand.BrandCluster;
import io.quartermaster.domain.event.CatalogueText;
import io.quartermaster.domain.forecast.EarlyDemand;
import io.quartermaster.domain.forecast.Forecast;
import io.quartermaster.pipelines.channel.Channels;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the harness may be interrupted while it closes
class ClusterPriorFunctionTest {

    private static final LocalDate TAIL = LocalDate.of(2026, 6, 1);
    private static final LocalDate LAUNCH = LocalDate.of(2026, 6, 10);
    private static final ForecastOptions OPTIONS =
            new ForecastOptions(
                    "none",
                    "",
                    16,
                    28,
                    14,
                    new PlanDays(TAIL.toEpochDay(), 7, TAIL.plusDays(60).toEpochDay()));

    @Test
    void theFirstDayIsForecastBeforeTheLaunchFromTheCluster() throws Exception {
        try (var harness = harness()) {
            harness.open();
            facts(harness);
            launch(harness);
            pass(harness, LocalDate.of(2026, 6, 7));
            List<Forecast> forecasts = harness.extractOutputValues();
            assertThat(forecasts)
                    .extracting(Forecast::madeOn)
                    .containsExactly(TAIL.minusDays(1), TAIL.plusDays(6));
            Forecast second = forecasts.get(1);
            assertThat(second.champion()).isTrue();
            assertThat(second.modelVersion()).isEqualTo("2/warm");
            assertThat(second.mean()).startsWith(0, 0, 5, 5).endsWith(5);
        }
    }

    @Test
    void itsOwnDaysTakeOverUntilItIsGrown() throws Exception {
        try (var harness = harness()) {
            harness.open();
            facts(harness);
            launch(harness);
            for (int day = 0; day < 40; day++) {
                LocalDate date = LAUNCH.plusDays(day);
                if (day < 28) {
                    harness.processElement1(
                            new EarlyDay("new", "main", false, date, date, 19),
                            Channels.endOf(date).toEpochMilli());
                }
                pass(harness, date);
            }
            List<Forecast> forecasts = harness.extractOutputValues();
            // Eves after the launch: 14, 21 and 28 June, 5 July, with 5, 12, 19 and 26 own days.
            assertThat(forecasts).hasSize(6);
            Forecast first = forecasts.get(2);
            assertThat(first.madeOn()).isEqualTo(LocalDate.of(2026, 6, 14));
            assertThat(first.mean()[0]).isCloseTo((5 * 19 + 14 * 5) / 19.0, within(1e-5));
            assertThat(harness.numKeyedStateEntries()).isZero();
        }
    }

    @Test
    void whatIsKnownOnlyLaterDoesNotCount() throws Exception {
        try (var harness = harness()) {
            harness.open();
            facts(harness);
            harness.processElement2(
                    PriorFact.of(new BrandCluster("brand of new", "cold", TAIL.plusDays(7))), 1);
            harness.processElement2(beginning("later", 100, TAIL.plusDays(7)), 1);
            launch(harness);
            pass(harness, TAIL.plusDays(6));
            assertThat(harness.extractOutputValues())
                    .extracting(Forecast::modelVersion)
                    .containsExactly("2/warm", "2/warm");
            pass(harness, TAIL.plusDays(13));
            assertThat(harness.extractOutputValues().get(2).modelVersion()).isEqualTo("2/cold");
        }
    }

    @Test
    void withoutAClusterAllItemsStandIn() throws Exception {
        try (var harness = harness()) {
            harness.open();
            harness.processElement2(beginning("cold", 50, TAIL.minusDays(9)), 1);
            harness.processElement2(beginning("warm", 5, TAIL.minusDays(9)), 1);
            launch(harness);
            pass(harness, TAIL.plusDays(6));
            Forecast forecast = harness.extractOutputValues().get(1);
            assertThat(forecast.modelVersion()).isEqualTo("2/all");
            assertThat(forecast.mean()[2]).isEqualTo(27.5);
        }
    }

    /** Lamps sell 5 a day, cups 50; words that come later than the eve do not count yet. */
    @Test
    void itemsWithTheSameWordsStandInOnceTheWordsAreKnown() throws Exception {
        try (var harness = harness()) {
            harness.open();
            for (int i = 0; i < 5; i++) {
                harness.processElement2(beginning("lamp" + i, 5, TAIL.minusDays(9)), 1);
                harness.processElement2(words("lamp" + i, "glass lamp", TAIL.minusDays(20)), 1);
                harness.processElement2(beginning("cup" + i, 50, TAIL.minusDays(9)), 1);
                harness.processElement2(words("cup" + i, "tea cup", TAIL.minusDays(20)), 1);
            }
            harness.processElement2(words("new", "lamp of glass", TAIL), 1);
            launch(harness);
            pass(harness, TAIL.plusDays(6));
            List<Forecast> forecasts = harness.extractOutputValues();
            assertThat(forecasts)
                    .extracting(Forecast::modelVersion)
                    .containsExactly("2/all", "2/look-alikes");
            assertThat(forecasts.get(1).mean()).startsWith(0, 0, 5, 5);
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        OperatorSubtaskState snapshot;
        try (var first = harness()) {
            first.open();
            facts(first);
            launch(first);
            pass(first, TAIL);
            snapshot = first.snapshot(1, 1);
        }
        try (var second = harness()) {
            second.initializeState(snapshot);
            second.open();
            pass(second, TAIL.plusDays(6));
            List<Forecast> forecasts = second.extractOutputValues();
            assertThat(forecasts).hasSize(1);
            assertThat(forecasts.get(0).modelVersion()).isEqualTo("2/warm");
            assertThat(forecasts.get(0).mean()).startsWith(0, 0, 5, 5);
        }
    }

    private static void launch(
            KeyedTwoInputStreamOperatorTestHarness<String, EarlyDay, PriorFact, Forecast> harness)
            throws Exception {
        harness.processElement1(
                new EarlyDay("new", "main", true, LAUNCH, LocalDate.of(2026, 5, 20), 0), 1);
    }

    private static void facts(
            KeyedTwoInputStreamOperatorTestHarness<String, EarlyDay, PriorFact, Forecast> harness)
            throws Exception {
        for (String item : List.of("new", "warm", "cold")) {
            harness.processElement2(PriorFact.of(LaunchFunctionTest.item(item, null)), 1);
        }
        LocalDate known = TAIL.minusDays(10);
        cluster(harness, "new", "warm", known);
        cluster(harness, "warm", "warm", known);
        cluster(harness, "cold", "cold", known);
        harness.processElement2(beginning("warm", 5, known), 1);
        harness.processElement2(beginning("cold", 50, known), 1);
    }

    private static void cluster(
            KeyedTwoInputStreamOperatorTestHarness<String, EarlyDay, PriorFact, Forecast> harness,
            String item,
            String cluster,
            LocalDate day)
            throws Exception {
        harness.processElement2(
                PriorFact.of(new BrandCluster("brand of " + item, cluster, day)), 1);
    }

    private static PriorFact words(String item, String title, LocalDate known) {
        return PriorFact.of(
                new CatalogueText(
                        "text-" + item,
                        known.atTime(5, 0).toInstant(ZoneOffset.UTC),
                        "test",
                        item,
                        "en",
                        title,
                        ""));
    }

    private static PriorFact beginning(String item, long units, LocalDate known) {
        long[] days = new long[28];
        Arrays.fill(days, units);
        return PriorFact.of(new EarlyDemand(item, "main", known, days));
    }

    private static void pass(
            KeyedTwoInputStreamOperatorTestHarness<String, EarlyDay, PriorFact, Forecast> harness,
            LocalDate day)
            throws Exception {
        harness.processBothWatermarks(
                new org.apache.flink.streaming.api.watermark.Watermark(
                        Channels.endOf(day).toEpochMilli()));
    }

    private static KeyedTwoInputStreamOperatorTestHarness<String, EarlyDay, PriorFact, Forecast>
            harness() throws Exception {
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                new CoBroadcastWithKeyedOperator<>(
                        new ClusterPriorFunction(OPTIONS),
                        List.of(
                                ClusterPriorFunction.BRANDS,
                                ClusterPriorFunction.LOOKS,
                                ClusterPriorFunction.CLUSTERS,
                                ClusterPriorFunction.BEGINNINGS)),
                EarlyDay::key,
                null,
                Types.STRING);
    }
}
