package io.quartermaster.pipelines.cli;

import java.util.Arrays;

/** Levels of quantiles as a user gave them, checked and sorted. */
record Levels(double[] sorted) {

    Levels {
        sorted = Arrays.stream(sorted).distinct().sorted().toArray();
        for (double level : sorted) {
            if (!(level > 0 && level < 1)) {
                throw new IllegalArgumentException(
                        "The quantile (%s) must lie between 0 and 1.\nMaybe --quantiles 0.1,0.5,0.9."
                                .formatted(level));
            }
        }
    }

    /** Refuses a model that was trained for other levels; one without any gives all. */
    void check(double[] model) {
        if (model.length > 0 && !Arrays.equals(sorted, model)) {
            throw new IllegalArgumentException(
                    "The quantiles %s are not those of the model, %s.\nMaybe leave --quantiles out."
                            .formatted(Arrays.toString(sorted), Arrays.toString(model)));
        }
    }
}
