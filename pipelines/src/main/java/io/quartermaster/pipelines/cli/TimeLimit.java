package io.quartermaster.pipelines.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the seconds of {@code --time-limit}: {@code 60} or {@code 60s}. */
final class TimeLimit {

    private static final Pattern SECONDS = Pattern.compile("([0-9]{1,6})s?");

    private TimeLimit() {}

    static double seconds(String text) {
        Matcher matcher = SECONDS.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "The time limit (%s) must be whole seconds.\nMaybe --time-limit 60s."
                            .formatted(text));
        }
        return Integer.parseInt(matcher.group(1));
    }

    /** The same, where there is nothing to say without any time. */
    static double secondsAboveZero(String text) {
        double seconds = seconds(text);
        if (seconds == 0) {
            throw new IllegalArgumentException(
                    "The time limit (%s) must be at least a second.\nMaybe --time-limit 25s."
                            .formatted(text));
        }
        return seconds;
    }
}
