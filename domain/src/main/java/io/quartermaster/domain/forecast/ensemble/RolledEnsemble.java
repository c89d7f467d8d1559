package io.quartermaster.domain.forecast.ensemble;

import io.quartermaster.domain.forecast.HorizonForecast;
import java.util.ArrayList;
import java.util.List;

/**
 * The models of one series put together, with weights from what they would have forecast lately.
 *
 * @param combination weights after the last origin
 * @param forecast combined, from the end of the series; null if no model made one
 * @param lately combined forecast of each origin, with the weights of its time
 */
public record RolledEnsemble(
        Combination combination, HorizonForecast forecast, List<HorizonForecast> lately) {

    /**
     * One model of a series.
     *
     * @param name of the model
     * @param lately what it would have forecast at each origin, null where nothing
     * @param forecast from the end of the series, null if none
     */
    public record Member(String name, List<HorizonForecast> lately, HorizonForecast forecast) {}

    /** Puts models together. */
    public static RolledEnsemble of(double[] values, RollingOrigins origins, List<Member> members) {
        Combination combination = Combination.start(members.size());
        List<HorizonForecast> lately = new ArrayList<>();
        for (int origin = 0; origin < origins.count(); origin++) {
            List<HorizonForecast> made = new ArrayList<>();
            for (Member member : members) {
                made.add(member.lately().get(origin));
            }
            HorizonForecast combined = combination.combine(made);
            lately.add(combined);
            made.add(combined);
            combination = combination.update(losses(made, origins.actual(values, origin)));
        }
        List<HorizonForecast> ends = new ArrayList<>();
        members.forEach(member -> ends.add(member.forecast()));
        return new RolledEnsemble(combination, combination.combine(ends), lately);
    }

    private static double[] losses(List<HorizonForecast> made, double[] actual) {
        double[] losses = new double[made.size()];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = made.get(i) == null ? Double.NaN : loss(made.get(i), actual);
        }
        return losses;
    }

    private static double loss(HorizonForecast forecast, double[] actual) {
        double sum = 0;
        int known = 0;
        for (int step = 0; step < actual.length; step++) {
            if (!Double.isNaN(actual[step])) {
                sum += Combination.loss(forecast, step, actual[step]);
                known++;
            }
        }
        return known == 0 ? Double.NaN : sum / known;
    }
}
