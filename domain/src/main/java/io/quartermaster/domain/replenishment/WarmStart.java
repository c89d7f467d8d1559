package io.quartermaster.domain.replenishment;

/**
 * What an earlier plan of the same items leaves to the next one: where to start from.
 *
 * @param wanted units that it orders, by item and day of the next one
 * @param prices of what the items share, at which its bound held
 */
public record WarmStart(double[][] wanted, PlanPrices prices) {}
