package io.quartermaster.domain.demand;

import java.util.ArrayList;
import java.util.List;

/**
 * A series that campaigns touched, and what it would be without them: a forecast made from the
 * steps before a campaign that none touched.
 *
 * <pre>
 * base(t) = level x factor(t mod season)
 * </pre>
 *
 * where the factors are means by season's step over the last eight seasons, divided by their own
 * mean, and the level is the sum of units over the sum of factors of the last four.
 *
 * @param units by step, 0 or more
 * @param isCampaign whether any campaign touched the step
 * @param season steps of a season, 1 for none
 */
public record CampaignFreeDemand(double[] units, boolean[] isCampaign, int season) {

    /** Seasons that the level is known from. */
    public static final int LEVEL_SEASONS = 4;

    /** Seasons that the factors are known from. */
    public static final int FACTOR_SEASONS = 8;

    /** Whether enough is known before a step: four seasons of it, half of them clean. */
    public boolean isEnough(int before) {
        int from = before - LEVEL_SEASONS * season;
        return from >= 0 && 2 * cleanSteps(from, before).size() >= before - from;
    }

    /** The steps of a stretch that no campaign touched. */
    public List<Integer> cleanSteps(int from, int to) {
        List<Integer> clean = new ArrayList<>();
        for (int step = Math.max(0, from); step < to; step++) {
            if (!isCampaign[step]) {
                clean.add(step);
            }
        }
        return clean;
    }

    /** Base of the steps from one on, known up to it; 0 where none before it is clean. */
    public double[] base(int from, int to) {
        double[] factors = factors(cleanSteps(from - FACTOR_SEASONS * season, from));
        double level = 0;
        double weights = 0;
        for (int step : cleanSteps(from - LEVEL_SEASONS * season, from)) {
            level += units[step];
            weights += factors[step % season];
        }
        double[] base = new double[to - from];
        for (int step = from; step < to; step++) {
            base[step - from] = weights == 0 ? 0 : level / weights * factors[step % season];
        }
        return base;
    }

    /**
     * Base of a step: its units where no campaign touched it, or where nothing clean is known
     * before the stretch of touched steps that it lies in.
     */
    public double baseAt(int step) {
        int start = step;
        while (start > 0 && isCampaign[step] && isCampaign[start - 1]) {
            start--;
        }
        boolean isKnown =
                isCampaign[step] && !cleanSteps(start - LEVEL_SEASONS * season, start).isEmpty();
        return isKnown ? base(start, step + 1)[step - start] : units[step];
    }

    /** The whole series as it would be without campaigns. */
    public double[] withoutCampaigns() {
        double[] clean = new double[units.length];
        for (int step = 0; step < clean.length; step++) {
            clean[step] = baseAt(step);
        }
        return clean;
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
