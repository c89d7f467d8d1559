package io.quartermaster.pipelines.text;

import io.quartermaster.udfs.text.TextModels;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/** Options of what reads customers' words. */
public final class TextOptions {

    public static final ConfigOption<String> INTENT_MODEL =
            ConfigOptions.key(TextModels.INTENT)
                    .stringType()
                    .defaultValue("")
                    .withDescription(
                            "Folder of a model of intents that 'train classifier' wrote; CLASSIFY_INTENT asks it.");

    public static final ConfigOption<String> SENTIMENT_MODEL =
            ConfigOptions.key(TextModels.SENTIMENT)
                    .stringType()
                    .defaultValue("")
                    .withDescription(
                            "Folder of a model of sentiment that 'train classifier' wrote; AI_SENTIMENT asks it.");

    private TextOptions() {}

    public static List<ConfigOption<?>> all() {
        return List.of(INTENT_MODEL, SENTIMENT_MODEL);
    }
}
