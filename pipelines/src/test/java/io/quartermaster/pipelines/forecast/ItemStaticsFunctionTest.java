package io.quartermaster.pipelines.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.event.CatalogueText;
import io.quartermaster.domain.forecast.StaticCovariates;
import io.quartermaster.pipelines.channel.Channels;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the harness may be interrupted while it closes
class ItemStaticsFunctionTest {

    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    private static final float[] LISTED = StaticCovariates.listed("brand of A", "");

    /** The catalogue's row arrives last, and is of the day: the window waited for it. */
    @Test
    void aWindowWaitsForTheCatalogueOfItsTime() throws Exception {
        try (var harness = harness()) {
            harness.open();
            add(harness, window(0));
            harness.processWatermark1(new Watermark(endOf(0)));
            assertThat(harness.extractOutputValues()).isEmpty();
            tell(harness);
            harness.processWatermark2(new Watermark(endOf(0)));
            DescribedWindow told = harness.extractOutputValues().get(0);
            assertThat(told.window()).isEqualTo(window(0));
            assertThat(told.item().listed()).isEqualTo(LISTED);
            assertThat(harness.extractOutputStreamRecords().get(0).getTimestamp())
                    .isEqualTo(endOf(0));
        }
    }

    /** What was known when: the words come a day after the row, and later words change nothing. */
    @Test
    void whatIsKnownLaterIsNotKnownBefore() {
        ItemStatics item =
                ItemStatics.UNKNOWN
                        .with(PriorFact.of(LaunchFunctionTest.item("A", DAY)))
                        .with(PriorFact.of(text(3, "bitter oil")))
                        .with(PriorFact.of(text(1, "mild tea")));
        long day = DAY.toEpochDay();
        float[] words = item.words();
        assertThat(item.with(PriorFact.of(text(2, "sharp knife"))).words()).isEqualTo(words);
        assertThat(item.at(day - 1, "main")).isEqualTo(StaticCovariates.unknown());
        assertThat(item.at(day, "main"))
                .isEqualTo(StaticCovariates.of(LISTED, new float[0], "main"));
        assertThat(item.at(day + 1, "main")).isEqualTo(StaticCovariates.of(LISTED, words, "main"));
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        OperatorSubtaskState snapshot;
        try (var first = harness()) {
            first.open();
            tell(first);
            add(first, window(0));
            snapshot = first.snapshot(1, 1);
        }
        try (var second = harness()) {
            second.initializeState(snapshot);
            second.open();
            add(second, window(1));
            second.processWatermark1(new Watermark(endOf(1)));
            second.processWatermark2(new Watermark(endOf(1)));
            List<DescribedWindow> told = second.extractOutputValues();
            assertThat(told)
                    .extracting(DescribedWindow::window)
                    .containsExactly(window(0), window(1));
            assertThat(told).allMatch(one -> one.item().listed().length == LISTED.length);
        }
    }

    private static DemandWindow window(int day) {
        LocalDate date = DAY.plusDays(day);
        return new DemandWindow(
                "A", "main", date, 3, 1, 0, false, 0, 0, 0, 0, Channels.endOf(date));
    }

    private static CatalogueText text(int day, String words) {
        Instant time = Channels.endOf(DAY.plusDays(day)).minusMillis(1);
        return new CatalogueText("t" + day, time, "test", "A", "en", words, "");
    }

    private static long endOf(int day) {
        return Channels.endOf(DAY.plusDays(day)).toEpochMilli();
    }

    private static void add(
            KeyedTwoInputStreamOperatorTestHarness<String, DemandWindow, PriorFact, DescribedWindow>
                    harness,
            DemandWindow window)
            throws Exception {
        harness.processElement1(window, Channels.endOf(window.day()).toEpochMilli());
    }

    private static void tell(
            KeyedTwoInputStreamOperatorTestHarness<String, DemandWindow, PriorFact, DescribedWindow>
                    harness)
            throws Exception {
        harness.processElement2(PriorFact.of(LaunchFunctionTest.item("A", DAY)), 1);
    }

    private static KeyedTwoInputStreamOperatorTestHarness<
                    String, DemandWindow, PriorFact, DescribedWindow>
            harness() throws Exception {
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                new CoBroadcastWithKeyedOperator<>(
                        new ItemStaticsFunction(), List.of(ItemStaticsFunction.ITEMS)),
                DescribedWindow::series,
                null,
                Types.STRING);
    }
}
