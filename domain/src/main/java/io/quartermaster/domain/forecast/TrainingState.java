package io.quartermaster.domain.forecast;

/**
 * All that a training needs to go on as if it had never stopped.
 *
 * @param steps taken so far
 * @param weights of the model, tensor after tensor
 * @param memory what the optimiser remembers, tensor after tensor
 */
public record TrainingState(long steps, float[] weights, float[] memory) {}
