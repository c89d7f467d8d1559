package io.quartermaster.pipelines.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.event.Message;
import io.quartermaster.domain.text.AspectScores;
import io.quartermaster.domain.text.JudgedMessage;
import io.quartermaster.domain.text.MessageAnswer;
import io.quartermaster.pipelines.event.PlainTypes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("try") // closing a harness may be interrupted
class SuggestOperatorTest {

    private static final int BUNDLE = 32;

    @TempDir private Path folder;
    private String book;

    @BeforeEach
    void write() throws Exception {
        PlainTypes.register();
        book =
                Files.writeString(
                                folder.resolve("book.csv"),
                                "question,answer\nDo you sell gift cards?,Yes.\nHow do I pay?,By card.\n")
                        .toString();
    }

    @Test
    void asksTheBookOnlyWhatNothingAnsweredAndKeepsTheOrder() throws Exception {
        try (var harness = harness()) {
            harness.open();
            add(harness, open("m1", "How do I pay?"));
            add(harness, open("m2", "Where is it?").byOrder("On its way.", 1, ""));
            add(harness, open("m3", "Do you sell gift cards?"));
            add(harness, MessageAnswer.open(judged("m4", "How do I pay?"), "It cannot be read."));
            add(harness, open("m5", "zzz"));
            harness.endInput();
            List<MessageAnswer> answers = harness.extractOutputValues();
            assertThat(answers)
                    .extracting(MessageAnswer::answer)
                    .containsExactly("By card.", "On its way.", "Yes.", "", "");
            assertThat(answers)
                    .extracting(MessageAnswer::origin)
                    .containsExactly("book", "order", "book", "", "book");
            assertThat(answers.get(3).reason()).isEqualTo("It cannot be read.");
            assertThat(answers.get(4).reason()).startsWith("No past question is like");
        }
    }

    @Test
    void waitsForAFullBundleOrAWatermark() throws Exception {
        try (var harness = harness()) {
            harness.open();
            for (int i = 1; i < BUNDLE; i++) {
                add(harness, open("m" + i, "How do I pay?"));
            }
            assertThat(harness.extractOutputValues()).isEmpty();
            add(harness, open("m32", "How do I pay?"));
            assertThat(harness.extractOutputValues()).hasSize(BUNDLE);
            add(harness, open("m33", "How do I pay?"));
            harness.processWatermark(new Watermark(5));
            assertThat(harness.extractOutputValues()).hasSize(BUNDLE + 1);
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        List<MessageAnswer> all = new ArrayList<>();
        OperatorSubtaskState snapshot;
        try (var first = harness()) {
            first.open();
            add(first, open("m1", "How do I pay?"));
            first.getOperator().prepareSnapshotPreBarrier(1);
            snapshot = first.snapshot(1, 1);
            all.addAll(first.extractOutputValues());
        }
        try (var second = harness()) {
            second.initializeState(snapshot);
            second.open();
            add(second, open("m2", "Do you sell gift cards?"));
            second.endInput();
            all.addAll(second.extractOutputValues());
        }
        assertThat(all).extracting(MessageAnswer::answer).containsExactly("By card.", "Yes.");
    }

    private static MessageAnswer open(String id, String text) {
        return MessageAnswer.open(judged(id, text), "");
    }

    private static JudgedMessage judged(String id, String text) {
        Message message = new Message(id, Instant.EPOCH, "test", "c", "", text);
        return new JudgedMessage(message, "en", "", 0, "", 0, AspectScores.NONE, "");
    }

    private OneInputStreamOperatorTestHarness<MessageAnswer, MessageAnswer> harness()
            throws Exception {
        return new OneInputStreamOperatorTestHarness<>(new SuggestOperator(book, 0.8));
    }

    private static void add(
            OneInputStreamOperatorTestHarness<MessageAnswer, MessageAnswer> harness,
            MessageAnswer answer)
            throws Exception {
        harness.processElement(new StreamRecord<>(answer, 1));
    }
}
