package io.quartermaster.domain.replenishment;

/**
 * Prices of what items share, which a search for the best ones starts from.
 *
 * @param capacity price of a unit of each pool's capacity on each day
 * @param volume price of a unit of each place's volume on each day
 */
public record PlanPrices(double[][] capacity, double[][] volume) {}
