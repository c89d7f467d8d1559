package io.quartermaster.domain.forecast;

import io.quartermaster.domain.demand.CampaignFreeDemand;
import java.util.ArrayList;
import java.util.List;

/**
 * What a campaign added to the units sold: the sum over its steps less a forecast without campaign,
 * made from the steps before it that no campaign touched.
 *
 * <p>The base is {@link CampaignFreeDemand}'s. The interval comes from placebos: the same forecast
 * over every earlier stretch of the same length without a campaign. Its relative errors, widened to
 * a finite sample's quantiles (split conformal prediction; Vovk, Gammerman and Shafer 2005, chapter
 * 4) and for stretches that overlap, say how far a lift of nothing may lie off.
 *
 * @param units sold in the campaign
 * @param base units that would have been sold without
 * @param low lower end of the lift, NaN where there are too few placebos
 * @param high upper end of the lift
 * @param placebos stretches that the interval comes from
 */
public record CampaignLift(double units, double base, double low, double high, int placebos) {

    /**
     * Measures a campaign.
     *
     * @param units by step, 0 or more
     * @param isCampaign whether any campaign touched the step
     * @param from first step of the campaign
     * @param to step after its last
     * @param season steps of a season, 1 for none
     * @param level of the interval, above 0 to below 1
     * @throws IllegalArgumentException when fewer than four seasons lie before it, or half of them
     *     had campaigns
     */
    public static CampaignLift of(
            double[] units, boolean[] isCampaign, int from, int to, int season, double level) {
        if (season < 1 || from < 0 || to <= from || to > units.length) {
            throw new IllegalArgumentException(
                    "The steps (%d to %d) of a campaign must lie in the series (0 to %d), and the season (%d) be 1 or more."
                            .formatted(from, to, units.length, season));
        }
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException(
                    "The level (%s) must be above 0 and below 1.\nMaybe 0.8.".formatted(level));
        }
        CampaignFreeDemand past = new CampaignFreeDemand(units, isCampaign, season);
        if (!past.isEnough(from)) {
            throw new IllegalArgumentException(
                    "The %d steps before a campaign are too few without campaigns.\nMaybe four seasons (of %d) of history are wanted, half of it clean."
                            .formatted(from, season));
        }
        double base = sum(past.base(from, to));
        double sold = sum(units, from, to);
        double[] errors = SampleQuantile.sorted(placeboErrors(past, from, to - from));
        double tail = (1 - level) / 2;
        double wide = widening(errors.length / (double) (to - from), tail);
        return new CampaignLift(
                sold,
                base,
                sold - base - base * wide * outer(errors, tail),
                sold - base + base * wide * outer(negated(errors), tail),
                errors.length);
    }

    /** Units less base over base, of every stretch that ends before the campaign. */
    private static double[] placeboErrors(CampaignFreeDemand past, int before, int length) {
        List<Double> errors = new ArrayList<>();
        for (int from = 0; from + length <= before; from++) {
            boolean isClean = past.cleanSteps(from, from + length).size() == length;
            if (isClean && past.isEnough(from)) {
                double base = sum(past.base(from, from + length));
                if (base > 0) {
                    errors.add(sum(past.units(), from, from + length) / base - 1);
                }
            }
        }
        return errors.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /**
     * How much further than their quantile the errors of so few stretches must be taken: stretches
     * that overlap say the same, so n of length L count as m = n / L, and Student's t of m - 1
     * degrees of freedom over the normal's, times sqrt(1 + 1 / m), as for a value to come.
     */
    private static double widening(double stretches, double tail) {
        if (stretches < 2) {
            return Double.NaN;
        }
        double normal = StandardNormal.quantile(1 - tail);
        double student = studentQuantile(normal, stretches - 1);
        return student / normal * Math.sqrt(1 + 1 / stretches);
    }

    /** Of the normal's quantile (Abramowitz and Stegun 1964, 26.7.5). */
    private static double studentQuantile(double z, double freedom) {
        double square = z * z;
        double first = z * (square + 1) / 4;
        double second = z * (5 * square * square + 16 * square + 3) / 96;
        double third =
                z * (3 * square * square * square + 19 * square * square + 17 * square - 15) / 384;
        return z + (first + (second + third / freedom) / freedom) / freedom;
    }

    /** The ceil((n + 1) (1 - tail))-th smallest; NaN where n is too small for such a one. */
    private static double outer(double[] sorted, double tail) {
        int rank = (int) Math.ceil((sorted.length + 1) * (1 - tail) - 1e-9);
        return rank > sorted.length || rank < 1 ? Double.NaN : sorted[rank - 1];
    }

    private static double[] negated(double[] sorted) {
        double[] negated = new double[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            negated[i] = -sorted[sorted.length - 1 - i];
        }
        return negated;
    }

    /** Units that the campaign added. */
    public double lift() {
        return units - base;
    }

    private static double sum(double[] values) {
        return sum(values, 0, values.length);
    }

    private static double sum(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum;
    }
}
