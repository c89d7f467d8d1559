package io.quartermaster.pipelines.brand;

/**
 * An item of a brand.
 *
 * @param category it is sold in
 * @param launchedDay first day of sale as an epoch day
 * @param novelty 0 to 1, NaN if not known
 */
public record KnownItem(String category, long launchedDay, double novelty) {}
