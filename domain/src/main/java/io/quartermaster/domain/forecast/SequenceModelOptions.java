package io.quartermaster.domain.forecast;

/**
 * Shape and training of a sequence model.
 *
 * @param inputs numbers per step of history, 1 or more; the first is the scaled target
 * @param knownInputs covariates known ahead per step of the horizon, 0 or more
 * @param hidden size of the recurrent state
 * @param horizon steps forecast
 * @param encoderSteps steps of history a training window holds
 * @param quantiles levels, ascending, each above 0 and below 1
 * @param loss mse, pinball (mean by squared error, quantiles by pinball) or negative-binomial
 * @param optimizer adam or sgd
 * @param learningRate above 0
 * @param epochs 1 or more
 * @param batchSize windows per training step
 * @param validation share of the time span, at its end, held out for validation, 0 to 0.9
 * @param seed of initial weights and of the order of windows
 */
public record SequenceModelOptions(
        int inputs,
        int knownInputs,
        int hidden,
        int horizon,
        int encoderSteps,
        double[] quantiles,
        String loss,
        String optimizer,
        double learningRate,
        int epochs,
        int batchSize,
        double validation,
        long seed) {}
