package io.quartermaster.pipelines.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.similarity.SimilaritySettings;
import io.quartermaster.pipelines.event.DayClock;
import io.quartermaster.pipelines.event.PlainTypes;
import io.quartermaster.pipelines.satisfaction.Signal;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the harness may be interrupted while it closes
class NoveltyFunctionTest {

    private static final Instant START = Instant.parse("2026-01-04T08:00:00Z");
    private static final long END_OF_DAY = Instant.parse("2026-01-05T00:00:00Z").toEpochMilli() - 1;
    private static final long DAY = 86_400_000;

    @Test
    void isTheDistanceToTheLikestItemOfAnotherBrand() throws Exception {
        try (var harness = harness()) {
            harness.open();
            tell(harness, "a1", "Alder", "Alder red cup", 0);
            tell(harness, "a2", "Alder", "Alder red cup", 0);
            tell(harness, "b1", "Birch", "Birch red cup", 0);
            tell(harness, "b2", "Birch", "Birch solar lamp", 0);
            harness.processWatermark(END_OF_DAY);

            // The brand's own name does not count, nor do its own items.
            assertThat(harness.extractOutputValues())
                    .extracting(Signal::item)
                    .containsExactly("a1", "a2", "b1", "b2");
            assertThat(novelty(harness, 0)).isCloseTo(0, within(1e-6));
            assertThat(novelty(harness, 2)).isCloseTo(0, within(1e-6));
            assertThat(novelty(harness, 3)).isCloseTo(1, within(1e-6));
        }
    }

    @Test
    void sharesOfWordsAreCosines() throws Exception {
        try (var harness = harness()) {
            harness.open();
            tell(harness, "a1", "Alder", "red cup", 0);
            tell(harness, "b1", "Birch", "red lamp", 0);
            harness.processWatermark(END_OF_DAY);

            // One word of two is common: cosine 1/2.
            assertThat(novelty(harness, 0)).isCloseTo(0.5, within(1e-6));
        }
    }

    @Test
    void anItemWithoutAnyOtherBrandIsNotRated() throws Exception {
        try (var harness = harness()) {
            harness.open();
            tell(harness, "a1", "Alder", "red cup", 0);
            harness.processElement(new Description("0:b", "b1", "Birch", ""), START.toEpochMilli());
            harness.processWatermark(END_OF_DAY);

            assertThat(harness.extractOutputValues()).isEmpty();
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = harness()) {
            harness.open();
            tell(harness, "a1", "Alder", "red cup", 0);
            harness.processWatermark(END_OF_DAY);
            tell(harness, "b1", "Birch", "red lamp", 1);
            snapshot = harness.snapshot(1, 1);
        }
        try (var harness = harness()) {
            harness.initializeState(snapshot);
            harness.open();
            harness.processWatermark(END_OF_DAY + DAY);

            assertThat(harness.extractOutputValues())
                    .extracting(Signal::brand)
                    .containsExactly("Birch");
            assertThat(novelty(harness, 0)).isCloseTo(0.5, within(1e-6));
        }
    }

    @Test
    void streamsAndStateNeedNoKryo() {
        PlainTypes.register();
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(Description.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(DescribedItem.class);
    }

    private static double novelty(
            KeyedOneInputStreamOperatorTestHarness<String, Description, Signal> harness,
            int place) {
        return harness.extractOutputValues().get(place).novelty();
    }

    private static void tell(
            KeyedOneInputStreamOperatorTestHarness<String, Description, Signal> harness,
            String item,
            String brand,
            String words,
            long days)
            throws Exception {
        long time = START.toEpochMilli() + days * DAY;
        harness.processElement(new Description("0:" + item, item, brand, ""), time);
        harness.processElement(new Description("1:" + item, item, "", words), time);
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, Description, Signal> harness()
            throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(
                        new NoveltyFunction(
                                new DayClock(ZoneOffset.UTC, null),
                                SimilaritySettings.of("scalar"))),
                told -> "catalogue",
                Types.STRING);
    }
}
