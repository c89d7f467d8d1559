package io.quartermaster.engines.tensorflow;

import io.quartermaster.domain.forecast.EpochLoss;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Passes over training rows, each in an order drawn from the seed; the weights of the pass with the
 * least validation loss are kept, of the last one where nothing is held out. After some passes
 * without a lower validation loss it stops, where patience says so.
 */
final class Epochs {

    /** What a model does in an epoch. */
    interface Pass {

        /**
         * Takes a step for each batch of rows.
         *
         * @param epoch from 1
         * @param order of the training rows
         * @return mean loss over the rows
         */
        double train(int epoch, int[] order);

        /** Mean loss over the rows held out, NaN if there are none. */
        double validate();

        Weights weights();
    }

    /**
     * What came out.
     *
     * @param weights those of the best epoch
     * @param epoch the best one
     * @param losses one per epoch
     */
    record Best(Weights weights, int epoch, List<EpochLoss> losses) {}

    private Epochs() {}

    /**
     * Runs them.
     *
     * @param epochs at most
     * @param patience epochs without a lower validation loss after which it stops, 0: never
     */
    static Best run(
            int epochs,
            int patience,
            int rows,
            long seed,
            Pass pass,
            Consumer<EpochLoss> progress) {
        List<EpochLoss> losses = new ArrayList<>();
        Weights best = null;
        int bestEpoch = 0;
        double least = Double.POSITIVE_INFINITY;
        SplittableRandom random = new SplittableRandom(seed ^ 0x5DEECE66DL);
        for (int epoch = 1; epoch <= epochs && !isSpent(epoch, bestEpoch, patience); epoch++) {
            long started = System.nanoTime();
            double trained = pass.train(epoch, shuffled(rows, random));
            double validated = pass.validate();
            double seconds = (System.nanoTime() - started) / 1e9;
            EpochLoss loss = new EpochLoss(epoch, trained, validated, seconds);
            losses.add(loss);
            progress.accept(loss);
            double judged = Double.isNaN(validated) ? -epoch : validated;
            if (best == null || judged < least) {
                least = judged;
                best = pass.weights();
                bestEpoch = epoch;
            }
        }
        return new Best(best, bestEpoch, losses);
    }

    private static boolean isSpent(int epoch, int bestEpoch, int patience) {
        return patience > 0 && epoch - 1 - bestEpoch >= patience;
    }

    private static int[] shuffled(int rows, SplittableRandom random) {
        int[] order = new int[rows];
        for (int i = 0; i < rows; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
