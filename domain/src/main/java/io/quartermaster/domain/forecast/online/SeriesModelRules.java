package io.quartermaster.domain.forecast.online;

import io.quartermaster.domain.forecast.arima.ArimaModel;
import io.quartermaster.domain.forecast.intermittent.IntermittentMethod;
import io.quartermaster.domain.forecast.smoothing.ExponentialSmoothing;
import io.quartermaster.domain.forecast.smoothing.Theta;
import java.io.Serializable;
import java.util.List;

/**
 * Which models are kept of each series, and when they are estimated anew.
 *
 * @param models names, of those in {@link #NAMES}
 * @param season steps of a season, 1 for none
 * @param refitEvery steps between estimations of a series; 0 for never. Series take turns, so that
 *     not all of them are due at one step
 * @param drift mean square of recent standardised errors above which form and parameters are looked
 *     for again, 1 where a model errs as it expects to; 0 for never
 */
public record SeriesModelRules(List<String> models, int season, int refitEvery, double drift)
        implements Serializable {

    /** The models that there are, in the order in which they are listed. */
    public static final List<String> NAMES =
            List.of(
                    ExponentialSmoothing.NAME,
                    Theta.NAME,
                    ArimaModel.NAME,
                    IntermittentMethod.TSB.label());

    public SeriesModelRules {
        models = List.copyOf(models);
        for (String model : models) {
            if (!NAMES.contains(model)) {
                throw new IllegalArgumentException(
                        "The model (%s) is not kept series by series.\nMaybe one of: %s."
                                .formatted(model, String.join(", ", NAMES)));
            }
        }
        if (season < 1 || refitEvery < 0 || !(drift >= 0)) {
            throw new IllegalArgumentException(
                    "The season (%d) must be 1 or more, the steps between fits (%d) and the drift (%s) 0 or more."
                            .formatted(season, refitEvery, drift));
        }
    }

    boolean holds(String model) {
        return models.contains(model);
    }

    /** Whether a series is due for estimation at the end of a step. */
    boolean isDue(String key, long step) {
        return refitEvery > 0 && Math.floorMod(step + key.hashCode(), (long) refitEvery) == 0;
    }

    boolean isDrift(double surprise) {
        return drift > 0 && surprise > drift;
    }
}
