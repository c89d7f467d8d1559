package io.quartermaster.pipelines.text;

import io.quartermaster.pipelines.event.OptionLimits;
import io.quartermaster.udfs.text.TextModels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.ReadableConfig;

/** Options of what reads customers' words. */
public final class TextOptions {

    public static final ConfigOption<String> INTENT_MODEL =
            ConfigOptions.key(TextModels.INTENT)
                    .stringType()
                    .defaultValue("")
                    .withDescription(
                            "Folder of a model of intents that 'train classifier' wrote; CLASSIFY_INTENT asks it. An embedded run without one learns the questions that come with Quartermaster.");

    public static final ConfigOption<String> SENTIMENT_MODEL =
            ConfigOptions.key(TextModels.SENTIMENT)
                    .stringType()
                    .defaultValue("")
                    .withDescription(
                            "Folder of a model of sentiment that 'train classifier' wrote; AI_SENTIMENT and AI_ASPECTS ask it. An embedded run without one learns from its rated reviews.");

    public static final ConfigOption<List<String>> ORDER_INTENTS =
            ConfigOptions.key("text.order-intents")
                    .stringType()
                    .asList()
                    .defaultValues("order_status")
                    .withDescription(
                            "Intents that ask after an order; the live orders answer them. Without a model of intents a message's words tell.");

    public static final ConfigOption<String> ANSWER_BOOK =
            ConfigOptions.key("text.answer-book")
                    .stringType()
                    .defaultValue("")
                    .withDescription(
                            "CSV file of past questions and answers (columns question, answer); what the live orders do not answer is looked up in it. An embedded run without one takes the questions that come with Quartermaster.");

    public static final ConfigOption<Double> LEAST_CONFIDENCE =
            ConfigOptions.key("text.least-confidence")
                    .doubleType()
                    .defaultValue(0.8)
                    .withDescription("A person answers what is less sure, 0 to 1.");

    public static final ConfigOption<Integer> TRAINING_TEXTS =
            ConfigOptions.key("text.training-texts")
                    .intType()
                    .defaultValue(4000)
                    .withDescription(
                            "Rated reviews that an embedded run learns sentiment from at most, where no model is named; of more, a part chosen by a hash is kept.");

    private TextOptions() {}

    public static List<ConfigOption<?>> all() {
        return List.of(
                INTENT_MODEL,
                SENTIMENT_MODEL,
                ORDER_INTENTS,
                ANSWER_BOOK,
                LEAST_CONFIDENCE,
                TRAINING_TEXTS);
    }

    /**
     * Refuses what is not possible. What lies in a model's folder or in the book is read by the
     * tasks that ask it, and judged there.
     */
    static void check(ReadableConfig options) {
        leastConfidence(options);
        OptionLimits.atLeast(TRAINING_TEXTS, options.get(TRAINING_TEXTS), 0);
        exists(options, INTENT_MODEL, "train one by 'train classifier', or leave it out");
        exists(options, SENTIMENT_MODEL, "train one by 'train classifier', or leave it out");
        exists(options, ANSWER_BOOK, "check its path, or leave it out");
    }

    /** The confidence below which a person answers, checked. */
    static double leastConfidence(ReadableConfig options) {
        return OptionLimits.within(LEAST_CONFIDENCE, options.get(LEAST_CONFIDENCE), 0, 1);
    }

    private static void exists(ReadableConfig options, ConfigOption<String> option, String remedy) {
        String path = options.get(option);
        if (!path.isEmpty() && !Files.exists(Path.of(path))) {
            throw new IllegalArgumentException(
                    "The option (%s) names (%s), which does not exist.\nMaybe %s."
                            .formatted(option.key(), path, remedy));
        }
    }
}
