package io.quartermaster.pipelines.recommendation;

import static io.quartermaster.pipelines.recommendation.Signals.millis;
import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.recommendation.live.BlendState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;

/** Four hours of 50 examples each; what is popular is clicked, what is a neighbour is not. */
@SuppressWarnings("try") // the harness may be interrupted while it closes
class BlendFunctionTest {

    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long START = millis("2026-01-08T00:00:00Z");
    private final List<BlendExample> examples = new ArrayList<>();

    BlendFunctionTest() {
        Random random = new Random(4);
        for (int i = 0; i < 200; i++) {
            double popularity = random.nextDouble();
            Impression shown =
                    new Impression(
                            "i" + i,
                            START + i * (HOUR / 50),
                            random.nextDouble(),
                            0,
                            popularity,
                            new float[0]);
            examples.add(new BlendExample("u", shown.time(), shown, popularity > 0.5));
        }
    }

    @Test
    void tellsEachHourWhatItHasLearnt() throws Exception {
        try (var harness = open()) {
            add(harness, 0, 200);
            harness.processWatermark(Watermark.MAX_WATERMARK);
            List<ItemNews> told = harness.extractOutputValues();
            assertThat(told).hasSize(4);
            assertThat(told.get(3).values()[2])
                    .as("popularity in units of neighbours")
                    .isGreaterThan(told.get(0).values()[2])
                    .isGreaterThan(1);
            assertThat(told).allMatch(news -> news.values()[0] == 1);
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        List<ItemNews> whole;
        try (var harness = open()) {
            add(harness, 0, 200);
            harness.processWatermark(Watermark.MAX_WATERMARK);
            whole = harness.extractOutputValues();
        }
        OperatorSubtaskState snapshot;
        try (var harness = open()) {
            add(harness, 0, 120);
            harness.processWatermark(new Watermark(START + 2 * HOUR + HOUR / 5));
            snapshot = harness.snapshot(1, 1);
        }
        try (var harness = harness()) {
            harness.initializeState(snapshot);
            harness.open();
            add(harness, 120, 200);
            harness.processWatermark(Watermark.MAX_WATERMARK);
            assertThat(harness.extractOutputValues())
                    .usingRecursiveFieldByFieldElementComparator()
                    .isEqualTo(whole.subList(2, 4));
        }
    }

    @Test
    void keepsPlainTypesInState() {
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(BlendState.class);
    }

    private void add(
            KeyedOneInputStreamOperatorTestHarness<Integer, BlendExample, ItemNews> harness,
            int from,
            int to)
            throws Exception {
        for (BlendExample example : examples.subList(from, to)) {
            harness.processElement(example, example.impression().time());
        }
    }

    private static KeyedOneInputStreamOperatorTestHarness<Integer, BlendExample, ItemNews> open()
            throws Exception {
        var harness = harness();
        harness.open();
        return harness;
    }

    private static KeyedOneInputStreamOperatorTestHarness<Integer, BlendExample, ItemNews> harness()
            throws Exception {
        Configuration config = new Configuration();
        config.set(RecommendationOptions.TABLE_INTERVAL, Duration.ofHours(1));
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new BlendFunction(RecommendationOptions.of(config))),
                example -> 0,
                Types.INT);
    }
}
