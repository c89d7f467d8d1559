package io.quartermaster.domain.recommendation.model;

import java.util.List;

/**
 * Tables of pairs: one setting is changed after the other, each to what does best.
 *
 * @param name of the family
 * @param shapes what pairs may count
 * @param falls how quickly a history may fade
 * @param exponents of either side's number of events
 */
record PairFamily(String name, List<PairShape> shapes, double[] falls, double[] exponents)
        implements ModelFamily {

    @Override
    public Tuned tune(Trial trial) {
        Tuned best = null;
        PairSums bestSums = null;
        for (PairShape shape : shapes) {
            PairSums sums = PairModel.sums(trial.training(), shape);
            PairModel first = new PairModel(shape, 0.5, 0.5, falls[falls.length / 2]);
            Tuned tuned = Tuned.of(name, first, first.scorer(sums), trial);
            if (best == null || tuned.ndcg() > best.ndcg()) {
                best = tuned;
                bestSums = sums;
            }
        }
        for (double fall : falls) {
            best = tried(best, model(best).withFall(fall), bestSums, trial);
        }
        for (double exponent : exponents) {
            best = tried(best, model(best).withOther(exponent), bestSums, trial);
        }
        for (double exponent : exponents) {
            best = tried(best, model(best).withOwn(exponent), bestSums, trial);
        }
        return best;
    }

    private static PairModel model(Tuned tuned) {
        return (PairModel) tuned.model();
    }

    private Tuned tried(Tuned best, PairModel model, PairSums sums, Trial trial) {
        return model.equals(best.model())
                ? best
                : Tuned.better(best, Tuned.of(name, model, model.scorer(sums), trial));
    }
}
