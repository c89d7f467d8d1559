package io.quartermaster.domain.forecast.season;

import java.util.List;

/**
 * The period of a season that nobody named, for steps that are numbered only: of the usual periods
 * the one whose mean profile tells most of what the seasons after it did, over all series.
 */
public final class SeasonSearch {

    /** Quarters, days, months, hours, weeks: the periods looked for. */
    private static final int[] PERIODS = {4, 7, 12, 24, 52};

    /** A period that tells less than this share of the squared deviations is chance. */
    private static final double LEAST = 0.05;

    /** Series looked at. */
    private static final int SERIES = 200;

    private static final SeasonalProfile PLAIN = new SeasonalProfile(0.8, 0);

    private SeasonSearch() {}

    /**
     * The period in steps, 1 where there is none.
     *
     * @param all series, oldest value first, NaN where missing
     */
    public static int period(List<double[]> all) {
        return period(all, PERIODS);
    }

    /**
     * Whether steps have a longer season than the usual one, as hours have a week beside a day: the
     * one of the two that tells more.
     */
    public static int longer(List<double[]> all, int usual, int longer) {
        return period(all, usual, longer) == longer ? longer : usual;
    }

    private static int period(List<double[]> all, int... periods) {
        int longest = periods[periods.length - 1];
        int best = 1;
        double most = LEAST;
        for (int period : periods) {
            double told = told(all, period, longest);
            if (told > most) {
                most = told;
                best = period;
            }
        }
        return best;
    }

    private static double told(List<double[]> all, int period, int longest) {
        double sum = 0;
        int count = 0;
        int stride = Math.max(1, all.size() / SERIES);
        for (int i = 0; i < all.size(); i += stride) {
            if (SeasonalAdjustment.isLongEnough(all.get(i).length, period)) {
                sum += Math.max(0, told(all.get(i), period, longest));
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    /** Share of the squared deviations from a trend over the longest period, -1 to 1. */
    private static double told(double[] values, int period, int longest) {
        double[] trend =
                LocalTrend.overPeriod(
                        values, Math.max(period, Math.min(longest, values.length / 2)));
        double[] deviations = SeasonalAdjustment.less(values, trend);
        double miss = 0;
        double all = 0;
        int n = values.length;
        for (int from = n - period; from >= Math.max(period, n - 2 * longest); from -= period) {
            double[] profile = PLAIN.of(deviations, from, period);
            for (int i = 0; i < period; i++) {
                double came = deviations[from + i];
                if (!Double.isNaN(came)) {
                    miss += (came - profile[i]) * (came - profile[i]);
                    all += came * came;
                }
            }
        }
        return all > 0 ? Math.max(-1, 1 - miss / all) : 0;
    }
}
