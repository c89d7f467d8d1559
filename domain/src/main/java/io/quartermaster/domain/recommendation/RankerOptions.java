package io.quartermaster.domain.recommendation;

import java.util.List;

/**
 * Size and training of a ranker.
 *
 * @param hidden units of each hidden layer, from the features on; 1 or more layers of 1 or more
 * @param loss what is made small
 * @param optimizer adam or sgd
 * @param learningRate above 0
 * @param epochs at most, 1 or more
 * @param patience epochs without a lower validation loss after which it stops, 0: never
 * @param batchSize rows of a step, 1 or more
 * @param validation share of the rows, at the end of the time, that is held out, 0 to 0.9
 * @param seed of initial weights and of the order of rows
 */
public record RankerOptions(
        List<Integer> hidden,
        RankerLoss loss,
        String optimizer,
        double learningRate,
        int epochs,
        int patience,
        int batchSize,
        double validation,
        long seed) {

    private static final double LARGEST_VALIDATION = 0.9;

    public RankerOptions {
        hidden = List.copyOf(hidden);
        hidden.forEach(units -> atLeast("hidden", units, 1));
        atLeast("number of hidden layers", hidden.size(), 1);
        atLeast("epochs", epochs, 1);
        atLeast("patience", patience, 0);
        atLeast("batch", batchSize, 1);
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

    private static void atLeast(String what, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(
                    "The %s (%d) is below %d.\nMaybe leave it out.".formatted(what, value, least));
        }
    }
}
