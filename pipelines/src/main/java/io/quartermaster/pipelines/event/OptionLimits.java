package io.quartermaster.pipelines.event;

import java.time.Duration;
import org.apache.flink.configuration.ConfigOption;

/**
 * Limits of options' values. A value beyond one is refused by a message that names the option, the
 * value and, as the remedy, the default.
 */
public final class OptionLimits {

    private OptionLimits() {}

    /**
     * The value, if it is so much or more; not a number is not.
     *
     * @throws IllegalArgumentException if it is less
     */
    public static <T extends Number> T atLeast(ConfigOption<T> option, T value, long least) {
        if (!(value.doubleValue() >= least)) {
            throw notPossible(option, value, "be at least " + least);
        }
        return value;
    }

    /**
     * The value, if it is above 0.
     *
     * @throws IllegalArgumentException if it is not
     */
    public static <T extends Number> T positive(ConfigOption<T> option, T value) {
        if (!(value.doubleValue() > 0)) {
            throw notPossible(option, value, "be above 0");
        }
        return value;
    }

    /**
     * The value, if it is longer than no time.
     *
     * @throws IllegalArgumentException if it is not
     */
    public static Duration positive(ConfigOption<Duration> option, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw notPossible(option, value, "be above 0");
        }
        return value;
    }

    /**
     * The value, if it lies from the least to the most, both included.
     *
     * @throws IllegalArgumentException if it does not
     */
    public static double within(
            ConfigOption<Double> option, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw notPossible(option, value, "lie within %s and %s".formatted(least, most));
        }
        return value;
    }

    /**
     * The whole value, if it lies from the least to the most, both included.
     *
     * @throws IllegalArgumentException if it does not
     */
    public static int within(ConfigOption<Integer> option, int value, int least, int most) {
        if (value < least || value > most) {
            throw notPossible(option, value, "lie within %d and %d".formatted(least, most));
        }
        return value;
    }

    private static IllegalArgumentException notPossible(
            ConfigOption<?> option, Object value, String expected) {
        return new IllegalArgumentException(
                "The option (%s), %s, must %s.\nMaybe %s."
                        .formatted(option.key(), value, expected, remedy(option)));
    }

    /** What is known to be possible. */
    private static Object remedy(ConfigOption<?> option) {
        return option.hasDefaultValue() ? option.defaultValue() : "leave it out";
    }
}
