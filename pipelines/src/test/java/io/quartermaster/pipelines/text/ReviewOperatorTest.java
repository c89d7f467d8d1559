package io.quartermaster.pipelines.text;

import static org.apache.flink.types.PojoTestUtils.assertSerializedAsPojoWithoutKryo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quartermaster.domain.event.Feedback;
import io.quartermaster.domain.text.Aspect;
import io.quartermaster.domain.text.AspectOpinion;
import io.quartermaster.domain.text.AspectScores;
import io.quartermaster.domain.text.JudgedReview;
import io.quartermaster.pipelines.event.PlainTypes;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("try") // closing a harness may be interrupted
class ReviewOperatorTest {

    @TempDir private Path folder;
    private String model;

    @BeforeEach
    void train() throws Exception {
        PlainTypes.register();
        model =
                ToyModels.write(
                        folder,
                        "sentiment",
                        List.of("good", "good price", "bad", "bad delivery"),
                        List.of("1", "1", "0", "0"));
    }

    @Test
    void scoresEachAspectOfAReview() throws Exception {
        try (var harness = harness(model)) {
            harness.open();
            add(harness, "Good price, but bad delivery");
            add(harness, "😡");
            harness.endInput();
            List<JudgedReview> judged = harness.extractOutputValues();
            assertThat(judged.get(0).aspects().of(Aspect.PRICE)).isPositive();
            assertThat(judged.get(0).aspects().of(Aspect.DELIVERY)).isNegative();
            assertThat(judged.get(0).aspects().of(Aspect.SERVICE)).isNaN();
            assertThat(judged.get(1).aspects()).isEqualTo(AspectScores.NONE);
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        OperatorSubtaskState snapshot;
        try (var first = harness(model)) {
            first.open();
            add(first, "bad delivery");
            first.getOperator().prepareSnapshotPreBarrier(1);
            assertThat(first.extractOutputValues()).hasSize(1);
            snapshot = first.snapshot(1, 1);
        }
        try (var second = harness(model)) {
            second.initializeState(snapshot);
            second.open();
            add(second, "good price");
            second.endInput();
            assertThat(second.extractOutputValues())
                    .hasSize(1)
                    .allMatch(judged -> judged.aspects().price() > 0);
        }
    }

    @Test
    void refusesAModelThatIsNoneOfSentiment() throws Exception {
        String other =
                ToyModels.write(
                        folder, "other", List.of("a", "a", "b", "b"), List.of("x", "x", "y", "y"));
        try (var harness = harness(other)) {
            assertThatThrownBy(harness::open).hasMessageContaining("are no sentiments");
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {JudgedReview.class, AspectOpinion.class})
    void serialisesWithoutKryo(Class<?> type) {
        assertThatCode(() -> assertSerializedAsPojoWithoutKryo(type)).doesNotThrowAnyException();
    }

    private static OneInputStreamOperatorTestHarness<Feedback, JudgedReview> harness(String model)
            throws Exception {
        return new OneInputStreamOperatorTestHarness<>(new ReviewOperator(model));
    }

    private static void add(
            OneInputStreamOperatorTestHarness<Feedback, JudgedReview> harness, String text)
            throws Exception {
        harness.processElement(
                new StreamRecord<>(
                        new Feedback("r", Instant.EPOCH, "test", "O", "I", "s", "c", 1, "", text),
                        1));
    }
}
