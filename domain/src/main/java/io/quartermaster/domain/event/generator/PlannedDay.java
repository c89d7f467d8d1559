package io.quartermaster.domain.event.generator;

import java.time.LocalDate;

/**
 * What the platform plans to ask for an item on a day, campaigns aside.
 *
 * @param item the item
 * @param day the day
 * @param price of a unit
 * @param promotion whether it is on promotion
 */
public record PlannedDay(String item, LocalDate day, double price, boolean promotion) {}
