package io.quartermaster.domain.forecast;

import io.quartermaster.domain.demand.CampaignFreeDemand;
import io.quartermaster.domain.event.Campaign;
import io.quartermaster.domain.forecast.CampaignOutcome.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Days of a campaign's items at its places, summed, and what they say of the campaign: its lift as
 * {@link CampaignLift} has it, and what the lift was worth.
 *
 * <pre>
 * turnover gained = turnover in the campaign - base x price before
 * margin gained   = turnover gained - lift x unit cost
 * net             = margin gained - cost of the campaign
 * </pre>
 *
 * The price before is what a unit was paid on the clean days of the four weeks before it, the unit
 * cost the mean of the units sold in it: a discount costs the margin of the base, too.
 *
 * @param firstDay epoch day of the first day
 * @param units by day
 * @param turnover by day
 * @param costs of the units by day, NaN where a unit's cost is not known
 * @param isCampaign whether any campaign touched the day
 */
public record CampaignLedger(
        long firstDay, double[] units, double[] turnover, double[] costs, boolean[] isCampaign) {

    private static final int WEEK = 7;
    private static final int PRICE_DAYS = 28;
    private static final double[] NONE = {};

    /**
     * One window of one item at one place.
     *
     * @param day epoch day
     * @param units sold
     * @param price paid for one
     * @param unitCost of one, 0 if it is not known
     * @param isCampaign whether any campaign touched it
     */
    public record Entry(long day, long units, double price, double unitCost, boolean isCampaign) {}

    /** Sums entries, in the order given: from the first day of any to the last that counts. */
    public static CampaignLedger of(List<Entry> entries, long lastDay) {
        if (entries.isEmpty()) {
            return new CampaignLedger(0, NONE, NONE, NONE, new boolean[0]);
        }
        long first = lastDay + 1;
        for (Entry entry : entries) {
            first = Math.min(first, entry.day());
        }
        int days = (int) (lastDay + 1 - first);
        CampaignLedger ledger =
                new CampaignLedger(
                        first,
                        new double[days],
                        new double[days],
                        new double[days],
                        new boolean[days]);
        entries.stream().filter(entry -> entry.day() <= lastDay).forEach(ledger::add);
        return ledger;
    }

    private void add(Entry entry) {
        int at = (int) (entry.day() - firstDay);
        units[at] += (double) entry.units();
        turnover[at] += entry.units() * entry.price();
        boolean isUnknown = entry.units() > 0 && entry.unitCost() <= 0;
        costs[at] += isUnknown ? Double.NaN : entry.units() * entry.unitCost();
        isCampaign[at] |= entry.isCampaign();
    }

    /**
     * Measures a campaign, or says why it cannot be.
     *
     * @param level of the interval, above 0 to below 1
     */
    public CampaignOutcome measure(Campaign campaign, double level, Instant asOf) {
        int from = at(campaign.startsOn());
        int to = at(campaign.endsOn()) + 1;
        if (from < 0 || to > units.length) {
            return CampaignOutcome.unmeasured(
                    campaign, Double.NaN, "Not all of its days are known.", asOf);
        }
        double sold = sum(units, from, to);
        if (sold == 0) {
            return CampaignOutcome.unmeasured(campaign, 0, "Nothing was sold in it.", asOf);
        }
        if (!new CampaignFreeDemand(units, isCampaign, WEEK).isEnough(from)) {
            return CampaignOutcome.unmeasured(
                    campaign,
                    sold,
                    "Fewer than %d weeks are known before it, or half of them had campaigns."
                            .formatted(CampaignFreeDemand.LEVEL_SEASONS),
                    asOf);
        }
        CampaignLift lift = CampaignLift.of(units, isCampaign, from, to, WEEK, level);
        return CampaignOutcome.of(campaign, lift, money(from, to), asOf);
    }

    private Money money(int from, int to) {
        double before = 0;
        double paid = 0;
        for (int day = Math.max(0, from - PRICE_DAYS); day < from; day++) {
            before += isCampaign[day] ? 0 : units[day];
            paid += isCampaign[day] ? 0 : turnover[day];
        }
        double unitCost = sum(costs, from, to) / sum(units, from, to);
        return new Money(
                sum(turnover, from, to), before == 0 ? Double.NaN : paid / before, unitCost);
    }

    private int at(LocalDate day) {
        return (int) (day.toEpochDay() - firstDay);
    }

    private static double sum(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum;
    }
}
