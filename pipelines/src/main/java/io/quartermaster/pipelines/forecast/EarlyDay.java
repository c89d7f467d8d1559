package io.quartermaster.pipelines.forecast;

import java.time.LocalDate;

/**
 * A day of a young item at a place, or the news of its launch.
 *
 * @param item the item
 * @param place the place
 * @param launch whether this tells of a launch, not of a day
 * @param day the day, or the day of the launch
 * @param knownOn the day on which it was known
 * @param units sold on the day, 0 for a launch
 */
public record EarlyDay(
        String item, String place, boolean launch, LocalDate day, LocalDate knownOn, long units) {

    String key() {
        return item + "|" + place;
    }
}
