package io.quartermaster.pipelines.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the harness may be interrupted while it closes
class EndSortOperatorTest {

    private static final long DAY = 86_400_000;
    private static final long SLACK = 3_600_000;

    @Test
    void handsElementsOnByTimeOnceTheirSourceIsAtItsEnd() throws Exception {
        try (var harness = open()) {
            harness.processElement("late", 2 * DAY + 5);
            harness.processElement("early", DAY);
            harness.processElement("noon", DAY + DAY / 2);
            assertThat(harness.getOutput()).isEmpty();
            harness.processWatermark(Watermark.MAX_WATERMARK);
            assertThat(harness.getOutput())
                    .containsExactly(
                            new Watermark(DAY - SLACK - 1),
                            new StreamRecord<>("early", DAY),
                            new StreamRecord<>("noon", DAY + DAY / 2),
                            new Watermark(2 * DAY - SLACK - 1),
                            new StreamRecord<>("late", 2 * DAY + 5),
                            Watermark.MAX_WATERMARK);
        }
    }

    @Test
    void keepsTheOrderOfOneTime() throws Exception {
        try (var harness = open()) {
            for (String element : List.of("c", "a", "b")) {
                harness.processElement(element, DAY);
            }
            harness.processWatermark(Watermark.MAX_WATERMARK);
            assertThat(harness.extractOutputValues()).containsExactly("c", "a", "b");
        }
    }

    @Test
    void elementsWithoutATimeComeFirstAndRaiseNoWatermark() throws Exception {
        try (var harness = open()) {
            harness.processElement("some time", -3 * DAY);
            harness.processElement("none", TimeOrder.NO_TIME);
            harness.processWatermark(Watermark.MAX_WATERMARK);
            assertThat(harness.getOutput())
                    .containsExactly(
                            new StreamRecord<>("none", TimeOrder.NO_TIME),
                            new Watermark(-3 * DAY - SLACK - 1),
                            new StreamRecord<>("some time", -3 * DAY),
                            Watermark.MAX_WATERMARK);
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = open()) {
            harness.processElement("second", 2 * DAY);
            snapshot = harness.snapshot(1, 1);
        }
        try (var harness = harness()) {
            harness.initializeState(snapshot);
            harness.open();
            harness.processElement("first", DAY);
            harness.processWatermark(Watermark.MAX_WATERMARK);
            assertThat(harness.extractOutputValues()).containsExactly("first", "second");
        }
    }

    private static OneInputStreamOperatorTestHarness<String, String> open() throws Exception {
        var harness = harness();
        harness.open();
        return harness;
    }

    private static OneInputStreamOperatorTestHarness<String, String> harness() throws Exception {
        var strings = StringSerializer.INSTANCE;
        var harness =
                new OneInputStreamOperatorTestHarness<>(
                        new EndSortOperator<>(Types.STRING), strings);
        harness.setup(strings);
        return harness;
    }
}
