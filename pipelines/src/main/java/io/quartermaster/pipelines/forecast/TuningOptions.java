package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.forecast.DemandFeatures;
import io.quartermaster.domain.forecast.DemandHistory;
import io.quartermaster.pipelines.event.RunOptions;
import java.io.Serializable;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.ReadableConfig;

/**
 * How the LSTM goes on learning inside the job, checked.
 *
 * @param every training windows after which a round is trained and judged, 0: never
 * @param steps of the optimiser in a round
 * @param learningRate of each step
 * @param share of all windows that are learnt from
 * @param seed of what is drawn
 */
public record TuningOptions(int every, int steps, double learningRate, double share, long seed)
        implements Serializable {

    public static final ConfigOption<Integer> EVERY =
            ConfigOptions.key("forecast.tune-every")
                    .intType()
                    .defaultValue(0)
                    .withDescription(
                            "The LSTM goes on learning inside the job: training windows after which a round is trained; its weights serve from the next day on if they are not worse on windows held out. 0: it stays as it is.");

    public static final ConfigOption<Integer> STEPS =
            ConfigOptions.key("forecast.tune-steps")
                    .intType()
                    .defaultValue(8)
                    .withDescription("Steps of the optimiser in a round, 64 windows each.");

    public static final ConfigOption<Double> LEARNING_RATE =
            ConfigOptions.key("forecast.tune-learning-rate")
                    .doubleType()
                    .defaultValue(0.0005)
                    .withDescription("Learning rate of a round's steps.");

    public static final ConfigOption<Double> SHARE =
            ConfigOptions.key("forecast.tune-share")
                    .doubleType()
                    .defaultValue(0.1)
                    .withDescription(
                            "Share of all closed windows, chosen by a hash of series and day, that the job learns from.");

    /** Learning nothing. */
    static final TuningOptions OFF = new TuningOptions(0, 1, 0, 0.1, 1);

    public TuningOptions {
        check(EVERY, every, every >= 0, "0 or more");
        check(STEPS, steps, steps >= 1, "1 or more");
        check(LEARNING_RATE, learningRate, learningRate >= 0, "0 or more");
        check(SHARE, share, share > 0 && share <= 1, "above 0 and 1 at most");
    }

    private static void check(ConfigOption<?> option, Number value, boolean isGood, String asked) {
        if (!isGood) {
            throw new IllegalArgumentException(
                    "The value (%s) of the option %s must be %s.\nMaybe %s."
                            .formatted(value, option.key(), asked, option.defaultValue()));
        }
    }

    static TuningOptions of(ReadableConfig config) {
        TuningOptions options =
                new TuningOptions(
                        config.get(EVERY),
                        config.get(STEPS),
                        config.get(LEARNING_RATE),
                        config.get(SHARE),
                        config.get(RunOptions.SEED));
        int longest = DemandHistory.KEPT - DemandFeatures.FEWEST_DAYS;
        if (options.isOn() && config.get(RunOptions.HORIZON_DAYS) > longest) {
            throw new IllegalArgumentException(
                    "With %s=%d the horizon (%d) must be %d days or fewer: the job keeps no longer history to learn from.\nMaybe %s=0."
                            .formatted(
                                    EVERY.key(),
                                    options.every(),
                                    config.get(RunOptions.HORIZON_DAYS),
                                    longest,
                                    EVERY.key()));
        }
        return options;
    }

    boolean isOn() {
        return every > 0;
    }

    static List<ConfigOption<?>> all() {
        return List.of(EVERY, STEPS, LEARNING_RATE, SHARE);
    }
}
