package io.quartermaster.domain.event;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * A campaign that the platform runs together with a brand. A higher version of the same campaign
 * corrects it.
 *
 * @param id unique among the events of this kind
 * @param time when it happened
 * @param source file or topic that reported it
 * @param campaign its name, unique within the brand
 * @param brand name of the brand
 * @param version number of the version, 1 or more
 * @param items items it is for, divided by spaces; empty if all of the brand
 * @param places places it is for, divided by spaces; empty if all
 * @param startsOn first day of the campaign
 * @param endsOn last day of the campaign
 * @param kind how it draws customers
 * @param cost what it costs beside the discount, 0 or more
 * @param currency ISO 4217 code of the cost, empty if it costs nothing
 * @param discount share taken off the price, 0 to 1
 */
public record Campaign(
        String id,
        Instant time,
        String source,
        String campaign,
        String brand,
        int version,
        String items,
        String places,
        LocalDate startsOn,
        LocalDate endsOn,
        CampaignKind kind,
        BigDecimal cost,
        String currency,
        double discount)
        implements Event {

    /** Whether a day lies within its first and its last. */
    public boolean holdsOn(LocalDate day) {
        return !startsOn.isAfter(day) && !endsOn.isBefore(day);
    }

    /** Whether it is for an item of its brand. */
    public boolean isForItem(String item) {
        return names(items, item);
    }

    /** Whether it is for a place. */
    public boolean isForPlace(String place) {
        return names(places, place);
    }

    private static boolean names(String all, String one) {
        return all.isBlank() || Arrays.asList(all.strip().split("\\s+")).contains(one);
    }
}
