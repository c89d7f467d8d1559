package io.quartermaster.domain.forecast.ensemble;

import io.quartermaster.domain.forecast.HorizonForecast;
import java.io.Serializable;

/**
 * How much wider or narrower the quantiles of many like forecasts must be to be met as often as
 * they say: split conformal prediction with the distance between median and quantile as the scale
 * (Lei and others, Distribution-Free Predictive Inference for Regression, 2018; Romano, Patterson
 * and Candès, Conformalized Quantile Regression, 2019). Outcomes are counted in bins of their
 * distance to the median over the quantile's, so that counts of many series add up in any order.
 */
public final class SpreadCalibration implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int BINS = 2000;
    private static final double LARGEST = 10;

    /** Distances of this and a tenth of the outcomes before bins say more than nothing. */
    private static final double PRIOR = 20;

    private final double[] levels;
    private final long[][] bins;
    private final long[] counts;

    /**
     * @param levels of the quantiles, ascending, 0.5 among them
     */
    public SpreadCalibration(double[] levels) {
        this.levels = levels;
        this.bins = new long[levels.length][BINS];
        this.counts = new long[levels.length];
    }

    /** Takes in what came of a forecast; what is missing, NaN, does not count. */
    public void add(HorizonForecast forecast, double[] actual) {
        double[] median = forecast.quantile(0.5);
        for (int level = 0; level < levels.length; level++) {
            double[] quantile = forecast.quantiles()[level];
            for (int step = 0; step < actual.length; step++) {
                double distance = quantile[step] - median[step];
                if (levels[level] != 0.5 && distance != 0 && !Double.isNaN(actual[step])) {
                    double ratio = (actual[step] - median[step]) / distance;
                    bins[level][bin(ratio)]++;
                    counts[level]++;
                }
            }
        }
    }

    private static int bin(double ratio) {
        double share = (ratio + LARGEST) / (2 * LARGEST);
        return (int) Math.max(0, Math.min(BINS - 1, Math.floor(share * BINS)));
    }

    /** What was counted, a line for each bin that is not empty: level, bin, count. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (int level = 0; level < levels.length; level++) {
            for (int bin = 0; bin < BINS; bin++) {
                if (bins[level][bin] > 0) {
                    text.append(level).append(' ').append(bin).append(' ');
                    text.append(bins[level][bin]).append('\n');
                }
            }
        }
        return text.toString();
    }

    /** Takes in a line of what another one of the same levels has counted. */
    public void add(String line) {
        String[] numbers = line.split(" ", -1);
        int level = Integer.parseInt(numbers[0]);
        long count = Long.parseLong(numbers[2]);
        bins[level][Integer.parseInt(numbers[1])] += count;
        counts[level] += count;
    }

    /** What the distance between a quantile and the median is multiplied by, 0.1 to 10. */
    double factor(int level) {
        if (counts[level] == 0) {
            return 1;
        }
        double tail = levels[level] > 0.5 ? levels[level] : 1 - levels[level];
        double wanted = tail * counts[level];
        long sum = 0;
        int bin = 0;
        while (bin < BINS - 1 && sum + bins[level][bin] < wanted) {
            sum += bins[level][bin++];
        }
        double ratio = (bin + 0.5) / BINS * 2 * LARGEST - LARGEST;
        double trust = counts[level] / (counts[level] + PRIOR);
        return Math.max(0.1, Math.pow(Math.max(0.1, ratio), trust));
    }

    /** A forecast with its quantiles so calibrated. */
    public HorizonForecast calibrated(HorizonForecast forecast) {
        double[] median = forecast.quantile(0.5);
        double[][] quantiles = new double[levels.length][median.length];
        for (int level = 0; level < levels.length; level++) {
            double factor = levels[level] == 0.5 ? 1 : factor(level);
            for (int step = 0; step < median.length; step++) {
                double distance = forecast.quantiles()[level][step] - median[step];
                quantiles[level][step] = median[step] + factor * distance;
            }
        }
        return new HorizonForecast(forecast.mean(), levels, quantiles).ascending();
    }
}
