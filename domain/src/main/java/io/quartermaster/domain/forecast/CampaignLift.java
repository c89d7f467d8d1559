package io.quartermaster.domain.forecast;

import java.util.ArrayList;
import java.util.List;

/**
 * What a campaign added to the units sold: the sum over its steps less a forecast without campaign,
 * made from the steps before it that no campaign touched.
 *
 * <pre>
 * base(t) = level x factor(t mod season)
 * </pre>
 *
 * where the factors are means by season's step over the last eight seasons, divided by their own
 * mean, and the level is the mean of units over factors of the last four. The interval comes from
 * placebos: the same forecast over every earlier stretch of the same length without a campaign. Its
 * relative errors, widened to a finite sample's quantiles, say how far a lift of nothing may lie
 * off (split conformal prediction; Vovk, Gammerman and Shafer 2005, chapter 4).
 *
 * @param units sold in the campaign
 * @param base units that would have been sold without
 * @param low lower end of the lift, NaN where there are too few placebos
 * @param high upper end of the lift
 * @param placebos stretches that the interval comes from
 */
public record CampaignLift(double units, double base, double low, double high, int placebos) {

    private static final int LEVEL_SEASONS = 4;
    private static final int FACTOR_SEASONS = 8;

    /** A series that a campaign may be measured on. */
    private record Past(double[] units, boolean[] isCampaign, int season) {

        /** Whether enough is known before a step: four seasons of it, half of them clean. */
        boolean isEnough(int before) {
            int from = before - LEVEL_SEASONS * season;
            return from >= 0 && 2 * clean(from, before).size() >= before - from;
        }

        List<Integer> clean(int from, int to) {
            List<Integer> clean = new ArrayList<>();
            for (int step = Math.max(0, from); step < to; step++) {
                if (!isCampaign[step]) {
                    clean.add(step);
                }
            }
            return clean;
        }

        /** Base of the steps from one on, known up to it. */
        double[] base(int from, int to) {
            double[] factors = factors(clean(from - FACTOR_SEASONS * season, from));
            double level = 0;
            List<Integer> recent = clean(from - LEVEL_SEASONS * season, from);
            double weights = 0;
            for (int step : recent) {
                level += units[step];
                weights += factors[step % season];
            }
            double[] base = new double[to - from];
            for (int step = from; step < to; step++) {
                base[step - from] = weights == 0 ? 0 : level / weights * factors[step % season];
            }
            return base;
        }

        /** Mean of each step of the season over the mean of these; 1 where one was never clean. */
        private double[] factors(List<Integer> clean) {
            double[] sums = new double[season];
            int[] counts = new int[season];
            for (int step : clean) {
                sums[step % season] += units[step];
                counts[step % season]++;
            }
            double total = 0;
            int known = 0;
            for (int phase = 0; phase < season; phase++) {
                total += counts[phase] == 0 ? 0 : sums[phase] / counts[phase];
                known += counts[phase] == 0 ? 0 : 1;
            }
            double mean = known == 0 ? 0 : total / known;
            double[] factors = new double[season];
            for (int phase = 0; phase < season; phase++) {
                boolean isKnown = counts[phase] > 0 && mean > 0;
                factors[phase] = isKnown ? sums[phase] / counts[phase] / mean : 1;
            }
            return factors;
        }
    }

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
        Past past = new Past(units, isCampaign, season);
        if (!past.isEnough(from)) {
            throw new IllegalArgumentException(
                    "The %d steps before a campaign are too few without campaigns.\nMaybe four seasons (of %d) of history are wanted, half of it clean."
                            .formatted(from, season));
        }
        double base = sum(past.base(from, to));
        double sold = sum(units, from, to);
        double[] errors = SampleQuantile.sorted(placeboErrors(past, from, to - from));
        double tail = (1 - level) / 2;
        return new CampaignLift(
                sold,
                base,
                sold - base - base * outer(errors, tail),
                sold - base + base * outer(negated(errors), tail),
                errors.length);
    }

    /** Units less base over base, of every stretch that ends before the campaign. */
    private static double[] placeboErrors(Past past, int before, int length) {
        List<Double> errors = new ArrayList<>();
        for (int from = 0; from + length <= before; from++) {
            boolean isClean = past.clean(from, from + length).size() == length;
            if (isClean && past.isEnough(from)) {
                double base = sum(past.base(from, from + length));
                if (base > 0) {
                    errors.add(sum(past.units(), from, from + length) / base - 1);
                }
            }
        }
        return errors.stream().mapToDouble(Double::doubleValue).toArray();
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

    /** The series as it would be without campaigns: their steps are their base. */
    public static double[] withoutCampaigns(double[] units, boolean[] isCampaign, int season) {
        Past past = new Past(units, isCampaign, season);
        double[] clean = units.clone();
        for (int step = 0; step < units.length; step++) {
            if (isCampaign[step]) {
                int start = step;
                while (start > 0 && isCampaign[start - 1]) {
                    start--;
                }
                clean[step] = start == 0 ? units[step] : past.base(start, step + 1)[step - start];
            }
        }
        return clean;
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
