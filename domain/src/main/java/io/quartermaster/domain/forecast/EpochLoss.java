package io.quartermaster.domain.forecast;

/**
 * Losses after one epoch.
 *
 * @param epoch from 1
 * @param training mean loss over the training windows
 * @param validation mean loss over the validation windows, NaN if there are none
 * @param seconds wall time of the epoch
 */
public record EpochLoss(int epoch, double training, double validation, double seconds) {}
