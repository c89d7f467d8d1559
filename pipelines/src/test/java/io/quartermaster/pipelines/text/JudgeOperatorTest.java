package io.quartermaster.pipelines.text;

import static org.apache.flink.types.PojoTestUtils.assertSerializedAsPojoWithoutKryo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quartermaster.domain.event.Message;
import io.quartermaster.domain.text.JudgedMessage;
import io.quartermaster.pipelines.event.Channel;
import io.quartermaster.pipelines.event.FileExchange;
import io.quartermaster.pipelines.event.PlainTypes;
import io.quartermaster.pipelines.event.StrictEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("try") // closing a harness may be interrupted
class JudgeOperatorTest {

    private static final int BUNDLE = 32;
    private static final Channel<JudgedMessage> JUDGED =
            new Channel<>(
                    "judged",
                    JudgedMessage.class,
                    judged -> judged.message().id(),
                    judged -> judged.message().time());

    @TempDir private Path folder;
    private String intents;
    private String sentiment;

    @BeforeEach
    void train() throws IOException {
        PlainTypes.register();
        intents =
                model(
                        "intents",
                        List.of("where is my parcel", "my parcel", "refund me", "refund now"),
                        List.of("delivery", "delivery", "refund", "refund"));
        sentiment =
                model(
                        "sentiment",
                        List.of("good", "good parcel", "bad", "bad parcel"),
                        List.of("1", "1", "0", "0"));
    }

    @Test
    void tellsLanguageIntentAndSentiment() throws Exception {
        try (var harness = harness(intents, sentiment)) {
            harness.open();
            add(harness, 1, "My bad parcel");
            add(harness, 2, "😡");
            harness.endInput();
            List<JudgedMessage> judged = judged(harness);
            assertThat(judged.get(0).intent()).isEqualTo("delivery");
            assertThat(judged.get(0).confidence()).isBetween(0.5, 1.0);
            assertThat(judged.get(0).sentiment()).isEqualTo("negative");
            assertThat(judged.get(0).score()).isNegative();
            assertThat(judged.get(0).language()).isEqualTo("en");
            assertThat(judged.get(0).problem()).isEmpty();
            assertThat(judged.get(0).aspects().delivery()).isNegative();
            assertThat(judged.get(0).aspects().price()).isNaN();
            assertThat(judged.get(1).intent()).isEmpty();
            assertThat(judged.get(1).problem()).startsWith("The message (😡) holds no word.");
            assertThat(judged.get(1).language()).isEqualTo("und");
        }
    }

    @Test
    void waitsForAFullBundleAWatermarkOrACheckpoint() throws Exception {
        try (var harness = harness(intents, "")) {
            harness.open();
            for (int i = 1; i < BUNDLE; i++) {
                add(harness, i, "my parcel");
            }
            assertThat(judged(harness)).isEmpty();
            add(harness, BUNDLE, "my parcel");
            assertThat(judged(harness)).hasSize(BUNDLE);
            add(harness, BUNDLE + 1, "refund");
            harness.processWatermark(new Watermark(5));
            assertThat(judged(harness)).hasSize(BUNDLE + 1);
            add(harness, BUNDLE + 2, "refund");
            harness.getOperator().prepareSnapshotPreBarrier(1);
            assertThat(judged(harness))
                    .hasSize(BUNDLE + 2)
                    .extracting(judged -> judged.message().id())
                    .startsWith("M1", "M2", "M3")
                    .endsWith("M33", "M34");
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        List<JudgedMessage> all = new ArrayList<>();
        OperatorSubtaskState snapshot;
        try (var first = harness(intents, "")) {
            first.open();
            add(first, 1, "my parcel");
            first.getOperator().prepareSnapshotPreBarrier(1);
            snapshot = first.snapshot(1, 1);
            all.addAll(judged(first));
        }
        try (var second = harness(intents, "")) {
            second.initializeState(snapshot);
            second.open();
            add(second, 2, "refund");
            second.endInput();
            all.addAll(judged(second));
        }
        assertThat(all).extracting(JudgedMessage::intent).containsExactly("delivery", "refund");
    }

    @Test
    void worksWithoutModels() throws Exception {
        try (var harness = harness("", "")) {
            harness.open();
            add(harness, 1, "Onde está o meu produto?");
            harness.endInput();
            assertThat(judged(harness).get(0).language()).isEqualTo("pt");
            assertThat(judged(harness).get(0).intent()).isEmpty();
        }
        try (var harness = harness(folder.resolve("none").toString(), "")) {
            assertThatThrownBy(harness::open).hasMessageContaining("holds no classifier");
        }
    }

    @Test
    void survivesAnInjectedFailure() throws Exception {
        List<String> expected = run(new Configuration(), false);
        Configuration failing = new Configuration();
        failing.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(20));
        failing.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                Files.createDirectory(folder.resolve("chk")).toUri().toString());
        failing.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        failing.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 3);
        failing.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ZERO);
        assertThat(run(failing, true)).isEqualTo(expected).hasSize(2000);
        assertThat(FailsOnce.FAILED).isTrue();
    }

    @Test
    void serialisesWithoutKryo() {
        assertThatCode(() -> assertSerializedAsPojoWithoutKryo(JudgedMessage.class))
                .doesNotThrowAnyException();
    }

    private List<String> run(Configuration configuration, boolean fails) throws Exception {
        FailsOnce.FAILED.set(false);
        configuration.set(TextOptions.INTENT_MODEL, intents);
        StreamExecutionEnvironment environment = StrictEnvironment.local(2, configuration);
        var messages =
                environment
                        .fromSequence(1, 2000)
                        .uid("numbers")
                        .map(JudgeOperatorTest::message)
                        .returns(Message.class)
                        .uid("messages");
        var source = fails ? messages.map(new FailsOnce()).uid("fails") : messages;
        FileExchange files =
                new FileExchange(folder.resolve("run-" + fails), List.of(), ZoneOffset.UTC);
        files.write(TextPipeline.judge(source, configuration), JUDGED);
        environment.execute("judge");
        files.seal(JUDGED);
        return files.contents(JUDGED).stream()
                .map(one -> one.message().id() + " " + one.intent())
                .sorted()
                .toList();
    }

    /** Fails in the middle of the stream, once. */
    private static final class FailsOnce extends RichMapFunction<Message, Message>
            implements CheckpointListener {
        private static final long serialVersionUID = 1L;
        private static final AtomicBoolean FAILED = new AtomicBoolean();
        private int seen;

        @Override
        public Message map(Message message) {
            if (++seen > 500 && FAILED.compareAndSet(false, true)) {
                throw new IllegalStateException("injected");
            }
            return message;
        }

        @Override
        public void notifyCheckpointComplete(long checkpointId) {}
    }

    private static Message message(long number) {
        return new Message(
                "M" + number,
                Instant.ofEpochMilli(number),
                "test",
                "c",
                "",
                number % 3 == 0 ? "refund me" : "where is my parcel");
    }

    private OneInputStreamOperatorTestHarness<Message, JudgedMessage> harness(
            String intentFolder, String sentimentFolder) throws Exception {
        return new OneInputStreamOperatorTestHarness<>(
                new JudgeOperator(intentFolder, sentimentFolder));
    }

    private static void add(
            OneInputStreamOperatorTestHarness<Message, JudgedMessage> harness,
            long number,
            String text)
            throws Exception {
        Message message = new Message("M" + number, Instant.EPOCH, "test", "c", "", text);
        harness.processElement(new StreamRecord<>(message, number));
    }

    private static List<JudgedMessage> judged(
            OneInputStreamOperatorTestHarness<Message, JudgedMessage> harness) {
        return harness.extractOutputValues();
    }

    private String model(String name, List<String> texts, List<String> labels) throws IOException {
        return ToyModels.write(folder, name, texts, labels);
    }
}
