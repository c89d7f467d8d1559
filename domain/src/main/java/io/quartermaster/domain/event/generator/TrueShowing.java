package io.quartermaster.domain.event.generator;

import java.time.LocalDate;

/**
 * What showing an item truly did on a day. For scoring only.
 *
 * @param item the item
 * @param place the place
 * @param day the day
 * @param shown times it was shown
 * @param addedUnits wanted for that alone
 */
public record TrueShowing(String item, String place, LocalDate day, int shown, int addedUnits) {}
