package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.forecast.DaysAhead;
import io.quartermaster.domain.forecast.DemandHistory;

/**
 * A window of one series, before features are made of it.
 *
 * @param told what is known of the days ahead in it, null if all that came
 * @param statics of the series
 */
record TrainingPlace(
        long endDay,
        DemandHistory history,
        float[] units,
        double[] prices,
        double[] promotions,
        DaysAhead told,
        float[] statics) {

    static TrainingPlace of(DemandHistory history, int horizon, DaysAhead told, float[] statics) {
        return new TrainingPlace(
                history.lastDay(),
                history,
                new float[horizon],
                new double[horizon],
                new double[horizon],
                told,
                statics);
    }

    /** Takes in a day of the horizon, so many days before the newest of a later history. */
    void fill(int step, DemandHistory later, int back) {
        units[step] = (float) later.wanted(back);
        prices[step] = later.price(back);
        promotions[step] = later.promotion(back);
    }

    DaysAhead ahead() {
        return told == null ? new DaysAhead(prices, promotions) : told;
    }
}
