package io.quartermaster.pipelines.replenishment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.event.BrandStage;
import io.quartermaster.pipelines.channel.Channels;
import java.time.LocalDate;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // a harness may be interrupted while it closes
class RouteStepsFunctionTest {

    private static final LocalDate DAY = SupplyStory.TAIL_START;

    @Test
    void sendsAStepToEverySupplierOfTheBrand() throws Exception {
        try (var harness = harness()) {
            harness.open();
            harness.processElement(item("East"), time(0));
            harness.processElement(
                    SupplyEvent.of(SupplyStory.terms("Nord", "West", 1, DAY, null)), time(0));
            harness.processElement(step(BrandStage.TRIAL), time(1));
            harness.processElement(step(BrandStage.ENDED), time(2));
            harness.processElement(item("South"), time(3));
            harness.processElement(item("South"), time(4));
            harness.processWatermark(Long.MAX_VALUE);

            assertThat(sent(harness))
                    .containsExactlyInAnyOrder(
                            "East TRIAL", "West TRIAL", "East ENDED", "West ENDED", "South ENDED");
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = harness()) {
            harness.open();
            harness.processElement(item("East"), time(0));
            harness.processElement(step(BrandStage.TRIAL), time(0));
            harness.processWatermark(time(1));
            snapshot = harness.snapshot(1, 1);
        }
        try (var harness = harness()) {
            harness.initializeState(snapshot);
            harness.open();
            harness.processElement(step(BrandStage.ENDED), time(2));
            harness.processElement(item("South"), time(3));
            harness.processWatermark(Long.MAX_VALUE);

            assertThat(sent(harness)).containsExactly("East ENDED", "South ENDED");
        }
    }

    @Test
    void sendsScoresTheSameWay() throws Exception {
        try (var harness = harness()) {
            harness.open();
            harness.processElement(item("East"), time(0));
            harness.processElement(SupplyEvent.of(SupplyStory.score("Nord", DAY, 0.4)), time(1));
            harness.processElement(item("South"), time(2));
            harness.processWatermark(Long.MAX_VALUE);

            assertThat(harness.extractOutputValues())
                    .extracting(event -> event.supplier() + " " + event.score().score())
                    .containsExactly("East 0.4", "South 0.4");
        }
    }

    private static SupplyEvent item(String supplier) {
        return SupplyEvent.of(SupplyStory.item("A", "Nord", supplier));
    }

    private static SupplyEvent step(BrandStage stage) {
        return SupplyEvent.of(SupplyStory.step("Nord", stage, DAY));
    }

    private static List<String> sent(
            KeyedOneInputStreamOperatorTestHarness<String, SupplyEvent, SupplyEvent> harness) {
        return harness.extractOutputValues().stream()
                .map(event -> event.supplier() + " " + event.step().stage())
                .toList();
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, SupplyEvent, SupplyEvent>
            harness() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new RouteStepsFunction()),
                SupplyEvent::brand,
                Types.STRING);
    }

    private static long time(int days) {
        return Channels.endOf(DAY.plusDays(days)).toEpochMilli();
    }
}
