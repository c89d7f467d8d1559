package io.quartermaster.pipelines.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.event.CatalogueItem;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the harness may be interrupted while it closes
class LaunchFunctionTest {

    private static final LocalDate LAUNCH = LocalDate.of(2026, 5, 4);

    @Test
    void tellsEveryPlaceOfEveryLaunchOnceWhicheverCameFirst() throws Exception {
        try (var harness = harness()) {
            harness.open();
            harness.processElement2("north", 1);
            harness.processElement1(item("A", LAUNCH), 2);
            harness.processElement2("south", 3);
            harness.processElement2("north", 4);
            harness.processElement1(item("A", LAUNCH), 5);
            assertThat(harness.extractOutputValues())
                    .extracting(EarlyDay::key)
                    .containsExactly("A|north", "A|south");
            assertThat(harness.extractOutputValues()).allMatch(EarlyDay::launch);
        }
    }

    @Test
    void tellsAgainOfALaunchThatMoved() throws Exception {
        try (var harness = harness()) {
            harness.open();
            harness.processElement2("north", 1);
            harness.processElement1(item("A", LAUNCH), 2);
            harness.processElement1(item("A", LAUNCH.plusDays(7)), 3);
            harness.processElement1(item("B", null), 4);
            assertThat(harness.extractOutputValues())
                    .extracting(EarlyDay::day)
                    .containsExactly(LAUNCH, LAUNCH.plusDays(7));
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        OperatorSubtaskState snapshot;
        try (var first = harness()) {
            first.open();
            first.processElement2("north", 1);
            first.processElement1(item("A", LAUNCH), 2);
            snapshot = first.snapshot(1, 1);
        }
        try (var second = harness()) {
            second.initializeState(snapshot);
            second.open();
            second.processElement2("north", 3);
            second.processElement2("south", 4);
            second.processElement1(item("B", LAUNCH), 5);
            assertThat(second.extractOutputValues())
                    .extracting(EarlyDay::key)
                    .containsExactlyInAnyOrder("A|south", "B|north", "B|south");
        }
    }

    static CatalogueItem item(String item, LocalDate launch) {
        return new CatalogueItem(
                item,
                Instant.parse("2026-04-01T00:00:00Z"),
                "test",
                item,
                "brand of " + item,
                "",
                "",
                BigDecimal.ONE,
                BigDecimal.TEN,
                "EUR",
                1,
                0,
                launch,
                false);
    }

    private static KeyedTwoInputStreamOperatorTestHarness<String, CatalogueItem, String, EarlyDay>
            harness() throws Exception {
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                new KeyedCoProcessOperator<>(new LaunchFunction()),
                item -> "all",
                place -> "all",
                Types.STRING);
    }
}
