package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.forecast.DemandFeatures;
import io.quartermaster.domain.forecast.SequenceModelOptions;
import java.util.Arrays;

/** Whether a trained model fits the job: its inputs, its horizon, its quantiles. */
final class ForecastModelCheck {

    private ForecastModelCheck() {}

    /**
     * Refuses a model that does not fit.
     *
     * @throws IllegalArgumentException naming what differs
     */
    static void fits(SequenceModelOptions model, ForecastOptions options) {
        if (!model.shape().features().equals(DemandFeatures.NAME)) {
            throw new IllegalArgumentException(
                    "The model of %s has the inputs (%s), the job makes (%s).\nMaybe train it again, with --profile demand."
                            .formatted(
                                    options.modelFolder(),
                                    model.shape().features(),
                                    DemandFeatures.NAME));
        }
        same("inputs per day", model.inputs(), DemandFeatures.INPUTS, options);
        same("known inputs per day", model.knownInputs(), DemandFeatures.KNOWN, options);
        same("static inputs", model.shape().staticInputs(), DemandFeatures.SERIES, options);
        same("encoder days", model.encoderSteps(), DemandFeatures.ENCODER_DAYS, options);
        same("horizon", model.horizon(), options.horizonDays(), options);
        if (!Arrays.equals(model.quantiles(), ForecastTrainer.LEVELS)) {
            throw new IllegalArgumentException(
                    "The model of %s has the quantiles %s, the job needs %s.\nMaybe train it again."
                            .formatted(
                                    options.modelFolder(),
                                    Arrays.toString(model.quantiles()),
                                    Arrays.toString(ForecastTrainer.LEVELS)));
        }
    }

    private static void same(String what, int model, int job, ForecastOptions options) {
        if (model != job) {
            throw new IllegalArgumentException(
                    "The model of %s has %d as its %s, the job needs %d.\nMaybe train it again."
                            .formatted(options.modelFolder(), model, what, job));
        }
    }
}
