package io.quartermaster.benchmarks;

import io.quartermaster.domain.event.Message;
import io.quartermaster.domain.text.ClassifierFile;
import io.quartermaster.domain.text.ClassifierSettings;
import io.quartermaster.domain.text.ClassifierTrainer;
import io.quartermaster.domain.text.LabelledTexts;
import io.quartermaster.domain.text.NetworkSettings;
import io.quartermaster.pipelines.event.StrictEnvironment;
import io.quartermaster.pipelines.text.LabelledTextFile;
import io.quartermaster.pipelines.text.TextOptions;
import io.quartermaster.pipelines.text.TextPipeline;
import io.quartermaster.udfs.text.ClassifierBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * How quickly messages are judged: a stream of BANKING77's training questions through the operator
 * on two subtasks, language and intent by networks of full size, the best of two rounds; and the
 * time of single bundles in one thread. The networks see each text once only: that makes them no
 * quicker.
 */
final class ClassifySpeed implements Figure {

    private static final String TEXTS = "text/banking77_train.csv.gz";
    private static final int MESSAGES = 30_000;
    private static final int ROUNDS = 2;
    private static final int BUNDLES = 2_000;
    private static final double RATE_ASKED = 5_000;
    private static final double MILLIS_ASKED = 20;
    private static final double LATE_SHARE = 0.99;

    @Override
    public String name() {
        return "classify-speed";
    }

    @Override
    public String asked() {
        return "at least 5,000 messages/s in the job on two subtasks, p99 of a bundle of 32 under 20 ms";
    }

    @Override
    public String command() {
        return "benchmarks/run classify-speed";
    }

    @Override
    public Reached measure(Workshop workshop) throws IOException {
        LabelledTexts texts = LabelledTextFile.read(workshop.data(TEXTS), "text", "category");
        Path model = Files.createDirectories(workshop.scratch().resolve("classify-speed"));
        ClassifierFile.write(
                new ClassifierTrainer(ClassifierSettings.STANDARD.with(oneLook()))
                        .train(texts)
                        .classifier(),
                model);
        String[] words = texts.texts().toArray(String[]::new);
        double rate = 0;
        for (int round = 0; round <= ROUNDS; round++) {
            rate = Math.max(rate, messagesPerSecond(model, words));
        }
        double late = lateMillis(ClassifierBundle.open(model), texts.texts());
        return Reached.of(
                "%,.0f messages/s, p99 of a bundle %.1f ms".formatted(rate, late),
                "",
                rate >= RATE_ASKED && late < MILLIS_ASKED);
    }

    private static NetworkSettings oneLook() {
        NetworkSettings full = NetworkSettings.STANDARD;
        return new NetworkSettings(
                full.hidden(),
                full.members(),
                1,
                full.learningRate(),
                full.inputDrop(),
                full.hiddenDrop(),
                full.batch());
    }

    private static double messagesPerSecond(Path model, String[] words) {
        Configuration configuration = new Configuration();
        configuration.set(TextOptions.INTENT_MODEL, model.toString());
        StreamExecutionEnvironment environment = StrictEnvironment.local(2, configuration);
        var messages =
                environment
                        .fromSequence(0, MESSAGES - 1)
                        .uid("numbers")
                        .map(number -> message(number, words))
                        .returns(Message.class)
                        .uid("messages");
        TextPipeline.judge(messages, configuration).sinkTo(new DiscardingSink<>()).uid("discard");
        long start = System.nanoTime();
        execute(environment);
        return MESSAGES / ((System.nanoTime() - start) / 1e9);
    }

    private static void execute(StreamExecutionEnvironment environment) {
        try {
            environment.execute("classify-speed");
        } catch (Exception e) {
            throw new IllegalStateException("the job failed: " + e.getMessage(), e);
        }
    }

    private static Message message(long number, String[] words) {
        String text = words[(int) (number % words.length)];
        return new Message("M" + number, Instant.ofEpochMilli(number), "bench", "c", "", text);
    }

    private static double lateMillis(ClassifierBundle bundle, List<String> texts) {
        double[] millis = new double[BUNDLES];
        for (int i = -BUNDLES / 10; i < BUNDLES; i++) {
            int from =
                    Math.floorMod(i * ClassifierBundle.SIZE, texts.size() - ClassifierBundle.SIZE);
            long start = System.nanoTime();
            bundle.classify(texts.subList(from, from + ClassifierBundle.SIZE));
            if (i >= 0) {
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(millis);
        return millis[(int) (LATE_SHARE * BUNDLES)];
    }
}
