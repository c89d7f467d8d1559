package io.quartermaster.domain.forecast.season;

import java.util.Arrays;

/**
 * The mean deviation of each phase of the season from the trend: older seasons weigh less, phases
 * near each other are smoothed together.
 *
 * @param decay weight of a season one season later, above 0 to 1
 * @param width phases smoothed to each side, with weights that fall in a line; 0 for none
 */
record SeasonalProfile(double decay, int width) {

    /**
     * The profile of a series.
     *
     * @param deviations from the trend, NaN where missing
     * @param until deviations before this index count
     * @return [period] that sum to 0; phase 0 is the one at {@code until}
     */
    double[] of(double[] deviations, int until, int period) {
        double[] sums = new double[period];
        double[] weights = new double[period];
        double weight = 1;
        int phase = period;
        for (int i = until - 1; i >= 0; i--) {
            phase--;
            if (phase < 0) {
                phase = period - 1;
                weight *= decay;
            }
            if (!Double.isNaN(deviations[i])) {
                sums[phase] += weight * deviations[i];
                weights[phase] += weight;
            }
        }
        for (int i = 0; i < period; i++) {
            sums[i] = weights[i] == 0 ? 0 : sums[i] / weights[i];
        }
        return centred(smoothed(sums));
    }

    private double[] smoothed(double[] profile) {
        int period = profile.length;
        int reach = Math.min(width, (period - 1) / 2);
        if (reach == 0) {
            return profile;
        }
        double[] smooth = new double[period];
        double total = (reach + 1) * (reach + 1);
        for (int i = 0; i < period; i++) {
            for (int j = -reach; j <= reach; j++) {
                double weight = reach + 1 - Math.abs(j);
                smooth[i] += weight / total * profile[Math.floorMod(i + j, period)];
            }
        }
        return smooth;
    }

    private static double[] centred(double[] profile) {
        double mean = Arrays.stream(profile).average().orElse(0);
        return Arrays.stream(profile).map(value -> value - mean).toArray();
    }
}
