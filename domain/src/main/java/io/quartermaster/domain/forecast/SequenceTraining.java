package io.quartermaster.domain.forecast;

/**
 * How a sequence model is trained.
 *
 * @param loss mse, pinball (mean by squared error, quantiles by pinball) or negative-binomial
 * @param optimizer adam, rmsprop, adagrad, momentum or sgd
 * @param learningRate 0 or more; 0 learns nothing
 * @param isFalling whether the learning rate falls along half a cosine to a hundredth
 * @param clipNorm global norm that gradients are clipped to, 0 to leave them
 * @param epochs 1 or more, at most
 * @param patience epochs without a lower validation loss after which training stops, 0: never
 * @param batchSize windows per training step
 * @param validation share of the time span, at its end, held out for validation, 0 to 0.9
 * @param seed of initial weights and of the order of windows
 */
public record SequenceTraining(
        String loss,
        String optimizer,
        double learningRate,
        boolean isFalling,
        double clipNorm,
        int epochs,
        int patience,
        int batchSize,
        double validation,
        long seed) {

    public SequenceTraining {
        check("learning rate", learningRate, learningRate >= 0, "0 or more");
        check("epochs", epochs, epochs >= 1, "1 or more");
        check("patience", patience, patience >= 0, "0 or more");
        check("batch", batchSize, batchSize >= 1, "1 or more");
        check(
                "validation",
                validation,
                validation >= 0 && validation <= 0.9,
                "0 to 0.9, a share of the time");
    }

    private static void check(String what, Number value, boolean isGood, String asked) {
        if (!isGood) {
            throw new IllegalArgumentException(
                    "The %s (%s) must be %s.".formatted(what, value, asked));
        }
    }

    /** The same for so many epochs at this learning rate. */
    public SequenceTraining paced(double newLearningRate, int newEpochs) {
        return new SequenceTraining(
                loss,
                optimizer,
                newLearningRate,
                isFalling,
                clipNorm,
                newEpochs,
                patience,
                batchSize,
                validation,
                seed);
    }

    /** The same with another validation and batch. */
    public SequenceTraining split(double newValidation, int newBatchSize) {
        return new SequenceTraining(
                loss,
                optimizer,
                learningRate,
                isFalling,
                clipNorm,
                epochs,
                patience,
                newBatchSize,
                newValidation,
                seed);
    }
}
