package io.quartermaster.domain.replenishment;

import java.time.LocalDate;
import java.util.List;

/**
 * What one better term of a supplier is worth on a plan day.
 *
 * @param planDay day the plan was made
 * @param supplier whose terms they are
 * @param planVersion supplier, plan day and revision
 * @param lever {@code lead_time}, {@code price}, {@code minimum} or {@code capacity}
 * @param change what changes, in words
 * @param saved money saved over the plan's horizon, below 0 if the change costs
 * @param savedPerYear the same for 365 days
 * @param basis where that comes from: {@code dual}, {@code solved again}, {@code planned again} or
 *     {@code greedy plan again}
 * @param costBefore cost that it is the change of
 */
public record NegotiationLine(
        LocalDate planDay,
        String supplier,
        String planVersion,
        String lever,
        String change,
        double saved,
        double savedPerYear,
        String basis,
        double costBefore) {

    /** Money is rounded to this part of a currency unit. */
    private static final double COST_UNIT = 1e6;

    /** The rows of a sheet. */
    public static List<NegotiationLine> of(
            SupplierGroup group, String planVersion, NegotiationSheet sheet) {
        return sheet.lines().stream()
                .map(
                        line ->
                                new NegotiationLine(
                                        group.planDay(),
                                        group.supplier(),
                                        planVersion,
                                        line.lever().label(),
                                        line.lever().change(),
                                        rounded(line.value()),
                                        rounded(line.valuePerYear()),
                                        line.method().label(),
                                        rounded(line.before())))
                .toList();
    }

    private static double rounded(double money) {
        return Math.round(money * COST_UNIT) / COST_UNIT;
    }
}
