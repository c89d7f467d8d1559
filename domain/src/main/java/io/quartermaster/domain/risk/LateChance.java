package io.quartermaster.domain.risk;

import java.time.LocalDate;

/**
 * How likely an order that is under way comes late, as it was told on the day it became known.
 *
 * @param order number of the order
 * @param item the item
 * @param place where it shall arrive
 * @param brand the item's brand, empty until the catalogue is asked
 * @param supplier who delivers, empty until then if the order does not say
 * @param state announced by a delivery that has not arrived, or planned by a purchase order
 * @param units ordered
 * @param orderedDay day of ordering or of the announcement
 * @param dueDay day on which it is to arrive
 * @param eventDay day on which it became known
 * @param chance that it comes after its due day, 0 to 1; NaN before the model was asked
 * @param reason the group that is late most; empty before the model was asked
 */
public record LateChance(
        String order,
        String item,
        String place,
        String brand,
        String supplier,
        String state,
        long units,
        LocalDate orderedDay,
        LocalDate dueDay,
        LocalDate eventDay,
        double chance,
        String reason) {

    public static final String ANNOUNCED = "announced";
    public static final String PLANNED = "planned";

    /** What tells orders apart: an arrival of the same key ends it. */
    public static String key(String order, String item, String place) {
        return order + "|" + item + "|" + place;
    }

    /** The same with what catalogue and model said. */
    public LateChance rated(String ofBrand, String by, double ofLateness, String why) {
        return new LateChance(
                order,
                item,
                place,
                ofBrand,
                by,
                state,
                units,
                orderedDay,
                dueDay,
                eventDay,
                ofLateness,
                why);
    }

    /** Whether it is still to be reckoned with: planned ones end on their due day. */
    public boolean isOpen(LocalDate day) {
        return state.equals(ANNOUNCED) || !dueDay.isBefore(day);
    }

    /** Chance of lateness as of a day: 1 once the due day is over. */
    double chanceOn(LocalDate day) {
        return dueDay.isBefore(day) ? 1 : chance;
    }

    String reasonOn(LocalDate day) {
        return dueDay.isBefore(day) ? "order %s was due on %s".formatted(order, dueDay) : reason;
    }
}
