package io.quartermaster.pipelines.text;

import static org.apache.flink.types.PojoTestUtils.assertSerializedAsPojoWithoutKryo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.quartermaster.domain.event.Message;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.text.AspectScores;
import io.quartermaster.domain.text.JudgedMessage;
import io.quartermaster.domain.text.MessageAnswer;
import io.quartermaster.domain.text.OrderStatus;
import io.quartermaster.pipelines.event.PlainTypes;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("try") // closing a harness may be interrupted
class OrderStatusFunctionTest {

    private static final Instant DAY = Instant.parse("2024-01-01T10:00:00Z");

    @Test
    void answersByWhatHappenedBeforeTheQuestion() throws Exception {
        try (var harness = harness()) {
            harness.open();
            add(harness, question("m2", "", 0.9), 20);
            add(harness, question("m1", "", 0.9), 5);
            add(harness, CaseSignal.of(line()), 10);
            harness.processWatermark(new Watermark(30));
            List<MessageAnswer> answers = harness.extractOutputValues();
            assertThat(answers).extracting(MessageAnswer::id).containsExactly("m1", "m2");
            assertThat(answers.get(0).reason()).isEqualTo("The order (O1) is not known.");
            assertThat(answers.get(0).person()).isTrue();
            assertThat(answers.get(1).answer())
                    .isEqualTo("Your order O1 of 2024-01-01 is being prepared.");
            assertThat(answers.get(1).origin()).isEqualTo("order");
            assertThat(answers.get(1).person()).isFalse();
        }
    }

    @Test
    void looksAtIntentsWhereAModelJudgesThem() throws Exception {
        try (var harness = harness()) {
            harness.open();
            add(harness, CaseSignal.of(line()), 1);
            add(harness, question("m1", "refund", 0.9), 2);
            add(harness, question("m2", "order_status", 0.9), 3);
            add(harness, question("m3", "order_status", 0.5), 4);
            harness.processWatermark(new Watermark(30));
            List<MessageAnswer> answers = harness.extractOutputValues();
            assertThat(answers.get(0).answer()).isEmpty();
            assertThat(answers.get(1).confidence()).isEqualTo(0.9);
            assertThat(answers.get(1).person()).isFalse();
            assertThat(answers.get(2).answer()).isNotEmpty();
            assertThat(answers.get(2).reason()).isEqualTo("The confidence (0.50) is below 0.80.");
        }
    }

    @Test
    void forgetsAnOrderAfterAYear() throws Exception {
        try (var harness = harness()) {
            harness.open();
            add(harness, CaseSignal.of(line()), DAY.toEpochMilli());
            harness.processWatermark(new Watermark(DAY.toEpochMilli() + 1));
            assertThat(harness.numKeyedStateEntries()).isEqualTo(2);
            harness.processWatermark(new Watermark(DAY.plus(Duration.ofDays(366)).toEpochMilli()));
            assertThat(harness.numKeyedStateEntries()).isZero();
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        OperatorSubtaskState snapshot;
        try (var first = harness()) {
            first.open();
            add(first, CaseSignal.of(line()), 10);
            first.processWatermark(new Watermark(15));
            add(first, question("m1", "", 0), 20);
            snapshot = first.snapshot(1, 1);
        }
        try (var second = harness()) {
            second.initializeState(snapshot);
            second.open();
            second.processWatermark(new Watermark(30));
            assertThat(second.extractOutputValues())
                    .extracting(MessageAnswer::answer)
                    .containsExactly("Your order O1 of 2024-01-01 is being prepared.");
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {CaseSignal.class, OrderStatus.class, MessageAnswer.class})
    void serialiseWithoutKryo(Class<?> type) {
        PlainTypes.register();
        assertThatCode(() -> assertSerializedAsPojoWithoutKryo(type)).doesNotThrowAnyException();
    }

    private static CaseSignal question(String id, String intent, double confidence) {
        Message message =
                new Message(id, DAY.plusSeconds(3600), "test", "c", "O1", "Where is my order?");
        return CaseSignal.of(
                new JudgedMessage(message, "en", intent, confidence, "", 0, AspectScores.NONE, ""));
    }

    private static OrderLine line() {
        return new OrderLine(
                "l1",
                DAY,
                "test",
                "O1",
                "I1",
                "P",
                "c",
                "s",
                "",
                1,
                BigDecimal.ONE,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                "EUR",
                false,
                "");
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, CaseSignal, MessageAnswer>
            harness() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new OrderStatusFunction(List.of("order_status"), 0.8)),
                CaseSignal::order,
                Types.STRING);
    }

    private static void add(
            KeyedOneInputStreamOperatorTestHarness<String, CaseSignal, MessageAnswer> harness,
            CaseSignal signal,
            long time)
            throws Exception {
        harness.processElement(new StreamRecord<>(signal, time));
    }
}
