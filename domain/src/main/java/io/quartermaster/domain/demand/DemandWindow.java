package io.quartermaster.domain.demand;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Demand for one item at one place on one day. A later revision replaces an earlier one.
 *
 * @param item the item
 * @param place the place that ships it
 * @param day the day, cut in the run's zone
 * @param units sold, 0 or more
 * @param price mean price paid for a unit that day; the last known price on a day without sales; 0
 *     if none is known yet
 * @param promotion share of the day's units sold on promotion, 0 to 1
 * @param stockedOut whether stock was 0 at some time of the day
 * @param views number of views
 * @param favourites number of favourites
 * @param carts number of carts
 * @param campaign names of the campaigns that touch it, in order and divided by bars; empty if none
 *     does
 * @param baseUnits units that would have been sold without campaigns, as {@link CampaignFreeDemand}
 *     estimates them; the units where none touches it
 * @param wantedUnits units that customers wanted, as {@link UnconstrainedDemand} estimates them
 *     where stock ran out; else the units
 * @param shown times the platform showed the item
 * @param organicUnits units that would have been wanted had it not been shown, as {@link
 *     DemandEffects} tells them apart; those wanted where it was not
 * @param categoryUnits organic units of all items of its category on the day before, over all
 *     places, as far as they were told when the window was; 0 if not known
 * @param revision 0 for the first version of the window, one more for each correction
 * @param asOf event time up to which the window knows
 */
public record DemandWindow(
        String item,
        String place,
        LocalDate day,
        long units,
        double price,
        double promotion,
        boolean stockedOut,
        long views,
        long favourites,
        long carts,
        String campaign,
        double baseUnits,
        double wantedUnits,
        long shown,
        double organicUnits,
        double categoryUnits,
        int revision,
        Instant asOf) {

    /** Makes every revision a text of one length. */
    private static final long REVISIONS = 1_000_000_000L;

    /**
     * A window without campaigns sold its base, and one that never ran out of stock what was
     * wanted, whatever an older form of it leaves unsaid.
     */
    public DemandWindow {
        campaign = campaign == null ? "" : campaign;
        baseUnits = campaign.isEmpty() ? (double) units : baseUnits;
        wantedUnits = stockedOut ? Math.max((double) units, wantedUnits) : (double) units;
        organicUnits = shown == 0 ? wantedUnits : organicUnits;
    }

    /** A window that no campaign touches. */
    public DemandWindow(
            String item,
            String place,
            LocalDate day,
            long units,
            double price,
            double promotion,
            boolean stockedOut,
            long views,
            long favourites,
            long carts,
            int revision,
            Instant asOf) {
        this(
                item,
                place,
                day,
                units,
                price,
                promotion,
                stockedOut,
                views,
                favourites,
                carts,
                "",
                (double) units,
                (double) units,
                0,
                (double) units,
                0,
                revision,
                asOf);
    }

    /** The same with what was wanted. */
    public DemandWindow wanting(double newWantedUnits) {
        return marked(campaign, baseUnits, newWantedUnits, revision);
    }

    /** The same with what would have been wanted had it not been shown. */
    public DemandWindow organic(double newOrganicUnits) {
        return with(campaign, baseUnits, wantedUnits, newOrganicUnits, categoryUnits, revision);
    }

    /** The same within its category. */
    public DemandWindow among(double newCategoryUnits) {
        return with(campaign, baseUnits, wantedUnits, organicUnits, newCategoryUnits, revision);
    }

    /** The same with its campaigns, base, what was wanted, and revision. */
    public DemandWindow marked(
            String newCampaign, double newBaseUnits, double newWantedUnits, int newRevision) {
        return with(
                newCampaign,
                newBaseUnits,
                newWantedUnits,
                newWantedUnits,
                categoryUnits,
                newRevision);
    }

    private DemandWindow with(
            String newCampaign,
            double newBaseUnits,
            double newWantedUnits,
            double newOrganicUnits,
            double newCategoryUnits,
            int newRevision) {
        return new DemandWindow(
                item,
                place,
                day,
                units,
                price,
                promotion,
                stockedOut,
                views,
                favourites,
                carts,
                newCampaign,
                newBaseUnits,
                newWantedUnits,
                shown,
                newOrganicUnits,
                newCategoryUnits,
                newRevision,
                asOf);
    }

    /** Orders the windows of an item: by day, place and revision. */
    public String order() {
        return day + "|" + place + "|" + (REVISIONS + revision);
    }

    /** Share of the units that would have been sold without campaigns, 0 to 1; 1 without units. */
    public double baseShare() {
        return units == 0 ? 1 : Math.max(0, Math.min(1, baseUnits / (double) units));
    }
}
