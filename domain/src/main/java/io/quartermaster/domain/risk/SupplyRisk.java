package io.quartermaster.domain.risk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Risk that a supply breaks, with its reasons. Each sign is rated 0 to 1 on a ramp and weighted;
 * the risk is 1 - product of (1 - weight x rating): one grave sign is enough, several add up.
 *
 * <pre>
 * sign                            ramp from .. to      weight
 * share of deliveries late        0 .. 0.5             0.6
 * share of ordered units missing  0 .. 0.3             0.6
 * spread of the delay, days       1 .. 7               0.3
 * present rate over capacity      0.8 .. 1.1           0.4
 * silence over the usual gap      2 .. 5               0.8
 * </pre>
 *
 * Where a model tells how likely orders under way come late, the share of their units expected late
 * stands in for the share of deliveries late, with the model's reason.
 *
 * <p>Shares and spread count from two and a half decayed deliveries on, silence from one and a half
 * gaps on.
 *
 * @param score 0 to 1
 * @param reason the signs that weigh most, largest first; empty if none does
 */
public record SupplyRisk(double score, String reason) {

    private static final double LEAST_DELIVERIES = 2.5;
    private static final double LEAST_GAPS = 1.5;
    private static final double WORTH_SAYING = 0.1;

    /** Weight times rating of one sign, and its words. */
    private record Sign(double part, String words) {}

    /**
     * The risk of a brand's supply.
     *
     * @param history as of the day of judging
     * @param capacityPerDay units a day by its terms; 0 where none are known
     */
    public static SupplyRisk of(SupplyHistory history, double capacityPerDay) {
        return of(history, capacityPerDay, ExpectedLate.UNKNOWN);
    }

    /**
     * The same with what a model expects of the orders under way.
     *
     * @param late expected of them, {@link ExpectedLate#UNKNOWN} without a model or orders
     */
    public static SupplyRisk of(SupplyHistory history, double capacityPerDay, ExpectedLate late) {
        List<Sign> signs = new ArrayList<>();
        if (late.isKnown()) {
            String words = "of units on order expected late (" + late.reason() + ")";
            share(signs, late.share(), 0.5, words.replace("%", "%%"));
        }
        if (history.deliveries() >= LEAST_DELIVERIES) {
            if (!late.isKnown()) {
                share(signs, history.lateShare(), 0.5, "of deliveries late");
            }
            share(signs, history.missingShare(), 0.3, "of ordered units missing");
            double spread = history.delaySpread();
            add(signs, 0.3, ramp(spread, 1, 7), "delay spreads by %.1f days", spread);
        }
        if (history.gaps() >= LEAST_GAPS) {
            double silence = history.silence();
            add(signs, 0.8, ramp(silence, 2, 5), "silent for %.1f of its usual gaps", silence);
        }
        if (capacityPerDay > 0) {
            double use = history.unitsPerDay() / capacityPerDay;
            add(signs, 0.4, ramp(use, 0.8, 1.1), "%.0f %% of capacity used", 100 * use);
        }
        return of(signs);
    }

    private static void share(List<Sign> signs, double share, double worst, String what) {
        add(signs, 0.6, ramp(share, 0, worst), "%.0f %% " + what, 100 * share);
    }

    private static void add(
            List<Sign> signs, double weight, double rating, String words, double value) {
        if (rating > 0) {
            signs.add(new Sign(weight * rating, String.format(Locale.ROOT, words, value)));
        }
    }

    private static SupplyRisk of(List<Sign> signs) {
        double safe = 1;
        for (Sign sign : signs) {
            safe *= 1 - sign.part();
        }
        List<String> words =
                signs.stream()
                        .filter(sign -> sign.part() >= WORTH_SAYING)
                        .sorted(Comparator.comparingDouble((Sign sign) -> -sign.part()))
                        .map(Sign::words)
                        .toList();
        return new SupplyRisk(1 - safe, String.join("; ", words));
    }

    private static double ramp(double value, double from, double to) {
        return Double.isNaN(value) ? 0 : Math.min(Math.max((value - from) / (to - from), 0), 1);
    }
}
