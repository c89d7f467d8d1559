package io.quartermaster.pipelines.forecast;

/**
 * Weights that serve from the windows after a time on.
 *
 * @param asOf event time, epoch milliseconds: the last that they learnt from
 * @param version hash of the weights
 * @param round of training, from 1
 * @param loss on the windows held out
 * @param lossBefore of the weights before, on the same windows
 * @param weights tensor after tensor
 */
public record ModelWeights(
        long asOf, String version, long round, double loss, double lossBefore, float[] weights) {}
