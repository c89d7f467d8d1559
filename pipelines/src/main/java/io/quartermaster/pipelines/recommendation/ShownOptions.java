package io.quartermaster.pipelines.recommendation;

import java.io.Serializable;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.ReadableConfig;

/**
 * What is done with what was shown and whether it was clicked.
 *
 * @param learn whether it teaches what the parts of a score count
 * @param log whether it is written down with its features
 */
public record ShownOptions(boolean learn, boolean log) implements Serializable {

    public static final ConfigOption<Boolean> LEARN =
            ConfigOptions.key("recommendation.learn")
                    .booleanType()
                    .defaultValue(false)
                    .withDescription(
                            "Learn what the parts of a score count from whether shown items are clicked within a day.");

    public static final ConfigOption<Boolean> LOG =
            ConfigOptions.key("recommendation.log-shown")
                    .booleanType()
                    .defaultValue(false)
                    .withDescription(
                            "Write each shown item with its features of then and whether it was clicked within a day to the table shown_items, from which 'train ranker' learns.");

    static ShownOptions of(ReadableConfig config) {
        return new ShownOptions(config.get(LEARN), config.get(LOG));
    }

    /** Whether anything is done with it. */
    boolean isAny() {
        return learn || log;
    }
}
