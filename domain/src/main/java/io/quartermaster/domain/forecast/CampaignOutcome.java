package io.quartermaster.domain.forecast;

import io.quartermaster.domain.event.Campaign;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/**
 * What one campaign brought, in units and in money. Figures that cannot be told are NaN, and the
 * note says why.
 *
 * @param brand its brand
 * @param campaign its name
 * @param version of the campaign that was measured
 * @param kind how it draws customers
 * @param startsOn its first day
 * @param endsOn its last day
 * @param units sold of its items at its places
 * @param baseUnits that would have been sold without it
 * @param lift units that it added
 * @param liftLow lower end of the lift
 * @param liftHigh upper end of the lift
 * @param liftShare lift over base
 * @param placebos stretches that the interval comes from
 * @param turnoverGained money paid in the campaign less what the base would have paid at the prices
 *     before it
 * @param marginGained turnover gained less the cost of the units added
 * @param cost of the campaign
 * @param net margin gained less the cost of the campaign
 * @param netLow net at the lower end of the lift
 * @param netHigh net at the upper end
 * @param currency of the cost; prices are taken to be of the same
 * @param note why figures are missing, empty if none is
 * @param revision 0 for the first measure of this version, one more for each correction
 * @param asOf event time up to which it knows
 */
public record CampaignOutcome(
        String brand,
        String campaign,
        int version,
        String kind,
        LocalDate startsOn,
        LocalDate endsOn,
        double units,
        double baseUnits,
        double lift,
        double liftLow,
        double liftHigh,
        double liftShare,
        int placebos,
        double turnoverGained,
        double marginGained,
        double cost,
        double net,
        double netLow,
        double netHigh,
        String currency,
        String note,
        int revision,
        Instant asOf) {

    /** Money, prices and costs of a campaign's units. */
    record Money(double turnover, double priceBefore, double unitCost) {

        static final Money UNKNOWN = new Money(Double.NaN, Double.NaN, Double.NaN);

        double turnoverGained(double units, double lift) {
            return turnover - (units - lift) * priceBefore;
        }

        double marginGained(double units, double lift) {
            return turnoverGained(units, lift) - lift * unitCost;
        }
    }

    static CampaignOutcome of(Campaign campaign, CampaignLift lift, Money money, Instant asOf) {
        String note = money.unitCost() > 0 ? "" : "The unit costs of its items are not known.";
        return of(campaign, lift, money, note, asOf);
    }

    private static CampaignOutcome of(
            Campaign campaign, CampaignLift lift, Money money, String note, Instant asOf) {
        double cost = campaign.cost().doubleValue();
        double units = lift.units();
        return new CampaignOutcome(
                campaign.brand(),
                campaign.campaign(),
                campaign.version(),
                kind(campaign),
                campaign.startsOn(),
                campaign.endsOn(),
                units,
                lift.base(),
                lift.lift(),
                lift.low(),
                lift.high(),
                lift.base() > 0 ? lift.lift() / lift.base() : Double.NaN,
                lift.placebos(),
                money.turnoverGained(units, lift.lift()),
                money.marginGained(units, lift.lift()),
                cost,
                money.marginGained(units, lift.lift()) - cost,
                money.marginGained(units, lift.low()) - cost,
                money.marginGained(units, lift.high()) - cost,
                campaign.currency(),
                note,
                0,
                asOf);
    }

    /** A campaign of which nothing can be told but the units sold. */
    static CampaignOutcome unmeasured(Campaign campaign, double units, String note, Instant asOf) {
        CampaignLift unknown = new CampaignLift(units, Double.NaN, Double.NaN, Double.NaN, 0);
        return of(campaign, unknown, Money.UNKNOWN, note, asOf);
    }

    /** The same with another revision. */
    public CampaignOutcome revised(int newRevision) {
        return new CampaignOutcome(
                brand,
                campaign,
                version,
                kind,
                startsOn,
                endsOn,
                units,
                baseUnits,
                lift,
                liftLow,
                liftHigh,
                liftShare,
                placebos,
                turnoverGained,
                marginGained,
                cost,
                net,
                netLow,
                netHigh,
                currency,
                note,
                newRevision,
                asOf);
    }

    private static String kind(Campaign campaign) {
        return campaign.kind().name().toLowerCase(Locale.ROOT);
    }
}
