package io.quartermaster.domain.recommendation.model;

import java.util.Locale;

/**
 * Linear models: regularisation first, then how quickly a history fades.
 *
 * @param name of the family
 * @param sequential its form
 * @param most items up to which it is solved whole
 * @param falls how quickly a history may fade
 */
record LinearFamily(String name, boolean sequential, int most, double[] falls)
        implements ModelFamily {

    private static final double[] WHOLE = {100, 500};
    private static final double[] BY_ITEM = {20, 100, 500};

    @Override
    public String note(int items) {
        return items <= most
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%s: %,d items would take %,d MB whole; each is solved with its nearest",
                        name,
                        items,
                        ClosedForm.bytes(items) >> 20);
    }

    @Override
    public Tuned tune(Trial trial) {
        double first = falls[falls.length / 2];
        boolean isWhole = trial.training().items() <= most;
        double[] regularisations = isWhole ? WHOLE : BY_ITEM;
        LinearModel start = new LinearModel(sequential, regularisations[0], first, most);
        LinearModel.Sums sums = start.sums(trial.training());
        Tuned best = null;
        for (double regularisation : regularisations) {
            LinearModel model = new LinearModel(sequential, regularisation, first, most);
            best = Tuned.better(best, Tuned.of(name, model, model.scorer(sums), trial));
        }
        ItemScorer solved = best.scorer();
        for (double fall : falls) {
            if (fall != first) {
                LinearModel model = ((LinearModel) best.model()).withFall(fall);
                best = Tuned.better(best, Tuned.of(name, model, model.scorer(solved), trial));
            }
        }
        return best;
    }
}
