package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.forecast.CampaignLedger;
import java.time.LocalDate;

/**
 * What is kept of a window to measure campaigns by.
 *
 * @param item the item
 * @param place the place
 * @param day the day
 * @param units sold
 * @param price paid for one
 * @param unitCost of one, 0 if it is not known
 * @param isCampaign whether any campaign touched it
 * @param revision of the window
 */
public record BrandDay(
        String item,
        String place,
        LocalDate day,
        long units,
        double price,
        double unitCost,
        boolean isCampaign,
        int revision) {

    static BrandDay of(DemandWindow window, double unitCost) {
        return new BrandDay(
                window.item(),
                window.place(),
                window.day(),
                window.units(),
                window.price(),
                unitCost,
                !window.campaign().isEmpty(),
                window.revision());
    }

    /** Sorts by day, item and place. */
    String key() {
        return key(day);
    }

    /** The key of the same item and place on another day. */
    String key(LocalDate otherDay) {
        return otherDay + "|" + item + "|" + place;
    }

    CampaignLedger.Entry entry() {
        return new CampaignLedger.Entry(day.toEpochDay(), units, price, unitCost, isCampaign);
    }
}
