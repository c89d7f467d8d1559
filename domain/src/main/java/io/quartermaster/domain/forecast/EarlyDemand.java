package io.quartermaster.domain.forecast;

import java.time.LocalDate;

/**
 * What one item sold at one place in the first days of its life.
 *
 * @param item the item
 * @param place the place
 * @param knownOn the day on which the last of these days was over
 * @param units of each day from the first on, {@link ClusterPrior#YOUNG_DAYS} of them
 */
public record EarlyDemand(String item, String place, LocalDate knownOn, long[] units) {

    /** Epoch day of the first. */
    long firstDay() {
        return knownOn.toEpochDay() - units.length + 1;
    }
}
