package io.quartermaster.domain.recommendation;

/**
 * Size and training of a ranker.
 *
 * @param hidden units of its one hidden layer, 1 or more
 * @param optimizer adam or sgd
 * @param learningRate above 0
 * @param epochs 1 or more
 * @param batchSize rows of a step, 1 or more
 * @param validation share of the rows, at the end of the time, that is held out, 0 to 0.9
 * @param seed of initial weights and of the order of rows
 */
public record RankerOptions(
        int hidden,
        String optimizer,
        double learningRate,
        int epochs,
        int batchSize,
        double validation,
        long seed) {

    private static final double LARGEST_VALIDATION = 0.9;

    public RankerOptions {
        atLeastOne("hidden", hidden);
        atLeastOne("epochs", epochs);
        atLeastOne("batch", batchSize);
        if (!(learningRate > 0) || Double.isInfinite(learningRate)) {
            throw new IllegalArgumentException(
                    "The learning rate (%s) is not above 0.\nMaybe 0.01.".formatted(learningRate));
        }
        if (!(validation >= 0 && validation <= LARGEST_VALIDATION)) {
            throw new IllegalArgumentException(
                    "The share for validation (%s) is not between 0 and %s.\nMaybe 0.2."
                            .formatted(validation, LARGEST_VALIDATION));
        }
    }

    private static void atLeastOne(String what, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(
                    "The %s (%d) is below 1.\nMaybe leave it out.".formatted(what, value));
        }
    }
}
