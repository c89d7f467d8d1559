package io.quartermaster.engines.tensorflow;

import io.quartermaster.domain.forecast.EpochLoss;
import io.quartermaster.domain.forecast.SequenceModelOptions;
import io.quartermaster.domain.forecast.SequenceTraining;
import io.quartermaster.domain.forecast.SequenceTrainingSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Trains a model: windows in an order drawn from the seed, a learning rate that stays or falls
 * along half a cosine to a hundredth, the weights of the epoch with the least validation loss kept.
 * The same data, options and machine type give the same weights.
 */
final class LstmTrainer {

    private static final double LAST_RATE = 0.01;

    /**
     * What came out.
     *
     * @param best weights of the best epoch, and the losses of all
     * @param trainingWindows number trained on
     * @param validationWindows number held out
     */
    record Trained(Epochs.Best best, int trainingWindows, int validationWindows) {}

    private final SequenceTrainingSet data;
    private final SequenceModelOptions options;
    private final SequenceTraining training;
    private final int trainingWindows;
    private final int[] heldOut;

    LstmTrainer(SequenceTrainingSet data, SequenceModelOptions options) {
        this.data = data;
        this.options = options;
        this.training = options.training();
        int[] cut = TrainingCut.of(data, options);
        this.trainingWindows = cut[0];
        this.heldOut = IntStream.range(cut[1], data.histories().length).toArray();
    }

    Trained train(Consumer<EpochLoss> progress) {
        try (TrainingSession session = new TrainingSession(options, initial())) {
            Epochs.Best best =
                    Epochs.run(
                            training.epochs(),
                            training.patience(),
                            trainingWindows,
                            training.seed(),
                            pass(session),
                            progress);
            return new Trained(best, trainingWindows, heldOut.length);
        }
    }

    private Weights initial() {
        return new SilentInputs(options.shape(), data)
                .quieten(LstmWeights.initial(options), LstmWeights.slots(options));
    }

    private Epochs.Pass pass(TrainingSession session) {
        return new Epochs.Pass() {
            @Override
            public double train(int epoch, int[] order) {
                return epoch(session, epoch, order);
            }

            @Override
            public double validate() {
                return session.loss(data, heldOut);
            }

            @Override
            public Weights weights() {
                return session.weights();
            }
        };
    }

    private double epoch(TrainingSession session, int epoch, int[] order) {
        int size = training.batchSize();
        int batches = (order.length + size - 1) / size;
        double sum = 0;
        for (int batch = 0; batch < batches; batch++) {
            int from = batch * size;
            int rows = Math.min(size, order.length - from);
            long step = (long) (epoch - 1) * batches + batch;
            sum += rows * session.step(step, rate(step, batches), data, order, from, rows);
        }
        return sum / order.length;
    }

    private double rate(long step, int batches) {
        if (!training.isFalling()) {
            return training.learningRate();
        }
        double share = step / (double) ((long) batches * training.epochs());
        double fall = LAST_RATE + (1 - LAST_RATE) * 0.5 * (1 + Math.cos(Math.PI * share));
        return training.learningRate() * fall;
    }
}
