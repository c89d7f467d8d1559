package io.quartermaster.pipelines.replenishment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.pipelines.channel.Channels;
import java.time.LocalDate;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // a harness may be interrupted while it closes
class RouteToSupplierFunctionTest {

    private static final LocalDate DAY = SupplyStory.TAIL_START;

    @Test
    void sendsEachEventToTheSupplierNamedBefore() throws Exception {
        try (var harness = harness()) {
            harness.open();
            send(harness, SupplyEvent.of(SupplyStory.window("A", "main", DAY, 1)), time(0));
            send(harness, SupplyEvent.of(SupplyStory.item("A", "Nord", "East")), time(1));
            send(harness, SupplyEvent.of(SupplyStory.window("A", "main", DAY, 3)), time(2));
            send(harness, SupplyEvent.of(SupplyStory.item("A", "Nord", "West")), time(3));
            send(harness, SupplyEvent.of(SupplyStory.level("A", "main", DAY, 5)), time(4));
            harness.processWatermark(Long.MAX_VALUE);

            assertThat(suppliers(harness)).containsExactly("East", "East", "West", "West");
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = harness()) {
            harness.open();
            send(harness, SupplyEvent.of(SupplyStory.item("A", "Nord", "East")), time(0));
            harness.processWatermark(time(1));
            send(harness, SupplyEvent.of(SupplyStory.window("A", "main", DAY, 3)), time(2));
            snapshot = harness.snapshot(1, 1);
        }
        try (var harness = harness()) {
            harness.initializeState(snapshot);
            harness.open();
            harness.processWatermark(time(9));

            assertThat(suppliers(harness)).containsExactly("East");
            assertThat(harness.extractOutputValues().get(0).demand().units()).isEqualTo(3);
        }
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, SupplyEvent, SupplyEvent>
            harness() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new RouteToSupplierFunction()),
                SupplyEvent::about,
                Types.STRING);
    }

    private static void send(
            KeyedOneInputStreamOperatorTestHarness<String, SupplyEvent, SupplyEvent> harness,
            SupplyEvent event,
            long time)
            throws Exception {
        harness.processElement(event, time);
    }

    private static List<String> suppliers(
            KeyedOneInputStreamOperatorTestHarness<String, SupplyEvent, SupplyEvent> harness) {
        return harness.extractOutputValues().stream().map(SupplyEvent::supplier).toList();
    }

    private static long time(int days) {
        return Channels.endOf(DAY.plusDays(days)).toEpochMilli();
    }
}
