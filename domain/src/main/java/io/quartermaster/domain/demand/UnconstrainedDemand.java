package io.quartermaster.domain.demand;

import java.util.ArrayList;
import java.util.List;

/**
 * Demand of a day on which stock ran out, as it would have been: sales say only that it was no
 * less.
 *
 * <pre>
 * wanted(t) = E[D | D ≥ sold(t)],  D ~ negative binomial with mean m f(t) g(t) v(t), variance μ + a μ²
 * </pre>
 *
 * <p>m and f (weekday) and g (campaign) are fitted to the days before by maximum likelihood with
 * the EM algorithm for censored counts: days without stock stand for their own expectation, which
 * the next fit moves, until it moves no more (Dempster, Laird and Rubin 1977; for sales, Conrad
 * 1976). A day weighs half of one {@value #HALF_LIFE_DAYS} days later. Weekdays are drawn to 1 as
 * by {@value #WEEKDAY_DAYS} days, and a, by moments of days with stock, to {@value
 * #USUAL_DISPERSION} as by {@value #DISPERSION_DAYS}. v is what the day's views say: they go on
 * while stock is out, so the rate's gamma prior of shape {@value #VIEW_SHAPE} is updated by them at
 * the usual views per unit.
 *
 * @param units sold, of the day in question last
 * @param isOut whether stock ran out
 * @param isCampaign whether any campaign touched the day; such days say nothing of others
 * @param views of the item
 */
public record UnconstrainedDemand(
        double[] units, boolean[] isOut, boolean[] isCampaign, double[] views) {

    /** Days before that count. */
    public static final int DAYS = 56;

    private static final int WEEK = 7;
    private static final double HALF_LIFE_DAYS = 14;
    private static final double WEEKDAY_DAYS = 6;
    private static final double USUAL_DISPERSION = 0.3;
    private static final double DISPERSION_DAYS = 28;
    private static final double CAMPAIGN_DAYS = 2;
    private static final double VIEW_SHAPE = 3;
    private static final double MOST_DISPERSED = 4;
    private static final int ROUNDS = 100;
    private static final double STILL = 1e-7;

    public UnconstrainedDemand {
        if (units.length == 0
                || isOut.length != units.length
                || isCampaign.length != units.length
                || views.length != units.length) {
            throw new IllegalArgumentException(
                    "Units (%d), days out of stock (%d), campaigns (%d) and views (%d) must be of as many days, 1 or more."
                            .formatted(
                                    units.length, isOut.length, isCampaign.length, views.length));
        }
    }

    /**
     * A day among the days before it, as {@code windows} of one item and place tell, oldest first.
     */
    public static UnconstrainedDemand of(List<DemandWindow> windows) {
        int days = windows.size();
        UnconstrainedDemand demand =
                new UnconstrainedDemand(
                        new double[days], new boolean[days], new boolean[days], new double[days]);
        for (int day = 0; day < days; day++) {
            DemandWindow window = windows.get(day);
            demand.units[day] = (double) window.units();
            demand.isOut[day] = window.stockedOut();
            demand.isCampaign[day] = !window.campaign().isEmpty();
            demand.views[day] = (double) window.views();
        }
        return demand;
    }

    /** The same windows, one a day without gaps, with what was wanted on days without stock. */
    public static List<DemandWindow> filledIn(List<DemandWindow> windows) {
        List<DemandWindow> filled = new ArrayList<>();
        for (int day = 0; day < windows.size(); day++) {
            DemandWindow window = windows.get(day);
            filled.add(
                    window.stockedOut()
                            ? window.wanting(
                                    of(windows.subList(Math.max(0, day - DAYS), day + 1)).wanted())
                            : window);
        }
        return filled;
    }

    /** Units wanted on the last day: those sold where stock did not run out or nothing is known. */
    public double wanted() {
        int last = units.length - 1;
        if (!isOut[last]) {
            return units[last];
        }
        double[] weights = weights();
        double[] expected = units.clone();
        double level = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double[] factors = factors(expected, weights);
            double next = level(expected, weights, factors);
            expect(expected, next, factors, dispersion(next, factors, weights));
            if (Math.abs(next - level) <= STILL * next) {
                break;
            }
            level = next;
        }
        double[] factors = factors(expected, weights);
        double mean = level * factors[last % WEEK] * campaign(level, factors);
        return CountTail.mean(
                mean * viewed(mean, expected, weights),
                dispersion(level, factors, weights),
                units[last]);
    }

    /** Weights of the days before; 0 where a campaign touched the day, or it lies too far back. */
    private double[] weights() {
        int last = units.length - 1;
        double[] weights = new double[last];
        for (int day = Math.max(0, last - DAYS); day < last; day++) {
            weights[day] = isCampaign[day] ? 0 : StrictMath.pow(0.5, (last - day) / HALF_LIFE_DAYS);
        }
        return weights;
    }

    private void expect(double[] expected, double level, double[] factors, double dispersion) {
        for (int day = 0; day < units.length - 1; day++) {
            if (isOut[day]) {
                expected[day] = CountTail.mean(level * factors[day % WEEK], dispersion, units[day]);
            }
        }
    }

    /** Sum of units over sum of factors. */
    private static double level(double[] expected, double[] weights, double[] factors) {
        double sum = 0;
        double worth = 0;
        for (int day = 0; day < weights.length; day++) {
            sum += weights[day] * expected[day];
            worth += weights[day] * factors[day % WEEK];
        }
        return worth == 0 ? 0 : sum / worth;
    }

    /** By day of the week, mean about 1. */
    private static double[] factors(double[] expected, double[] weights) {
        double[] sums = new double[WEEK];
        double[] counts = new double[WEEK];
        double sum = 0;
        double count = 0;
        for (int day = 0; day < weights.length; day++) {
            sums[day % WEEK] += weights[day] * expected[day];
            counts[day % WEEK] += weights[day];
            sum += weights[day] * expected[day];
            count += weights[day];
        }
        double[] factors = new double[WEEK];
        for (int day = 0; day < WEEK; day++) {
            double mean = count == 0 ? 0 : sum / count;
            factors[day] =
                    mean == 0
                            ? 1
                            : (sums[day] + WEEKDAY_DAYS * mean)
                                    / (mean * (counts[day] + WEEKDAY_DAYS));
        }
        return factors;
    }

    /** Relative variance of the rate, from the days with stock. */
    private double dispersion(double level, double[] factors, double[] weights) {
        double excess = DISPERSION_DAYS * USUAL_DISPERSION * level * level;
        double squares = DISPERSION_DAYS * level * level;
        for (int day = 0; day < weights.length; day++) {
            if (!isOut[day] && weights[day] > 0) {
                double mean = level * factors[day % WEEK];
                excess += (units[day] - mean) * (units[day] - mean) - mean;
                squares += mean * mean;
            }
        }
        return squares == 0
                ? USUAL_DISPERSION
                : Math.max(0, Math.min(MOST_DISPERSED, excess / squares));
    }

    /** What a campaign made of the days it touched before, as long as it goes on. */
    private double campaign(double level, double[] factors) {
        int last = units.length - 1;
        double sum = CAMPAIGN_DAYS * level;
        double worth = CAMPAIGN_DAYS * level;
        for (int day = last - 1; isCampaign[last] && day >= 0 && isCampaign[day]; day--) {
            if (!isOut[day]) {
                sum += units[day];
                worth += level * factors[day % WEEK];
            }
        }
        return worth == 0 ? 1 : sum / worth;
    }

    /** What the views of the last day make of its mean: (k + views) / (k + usual views). */
    private double viewed(double mean, double[] expected, double[] weights) {
        double seen = 0;
        double wanted = 0;
        for (int day = 0; day < weights.length; day++) {
            seen += weights[day] * views[day];
            wanted += weights[day] * expected[day];
        }
        boolean isWatched = seen > 0 && wanted > 0;
        return isWatched
                ? (VIEW_SHAPE + views[views.length - 1]) / (VIEW_SHAPE + seen / wanted * mean)
                : 1;
    }
}
