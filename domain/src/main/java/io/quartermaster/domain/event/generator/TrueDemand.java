package io.quartermaster.domain.event.generator;

import java.time.LocalDate;

/**
 * What customers truly wanted, sold or not. For scoring only.
 *
 * @param item the item
 * @param place the place
 * @param day the day
 * @param trueDemand units wanted
 */
public record TrueDemand(String item, String place, LocalDate day, int trueDemand) {}
