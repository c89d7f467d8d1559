package io.quartermaster.pipelines.forecast.series;

import java.io.Serializable;

/**
 * From where forecasts are measured.
 *
 * @param count of origins; the latest is a horizon before the end
 * @param step between two of them
 * @param scaleSeason lag of the scale of MASE, RMSSE and scaled pinball loss
 * @param later the steps that follow each series, instead of its own last ones; null without
 */
public record Origins(int count, int step, int scaleSeason, SeriesFile later)
        implements Serializable {

    public Origins {
        if (count < 1 || step < 1) {
            throw new IllegalArgumentException(
                    "The windows (%d) and the step (%d) must be 1 or more.".formatted(count, step));
        }
        if (scaleSeason < 1) {
            throw new IllegalArgumentException(
                    "The scale's season (%d) must be 1 or more steps.\nMaybe --scale-season 1, as M4 scales weekly series."
                            .formatted(scaleSeason));
        }
    }
}
