package io.quartermaster.engines.tensorflow;

import io.quartermaster.domain.forecast.EpochLoss;
import io.quartermaster.domain.forecast.SequenceModelOptions;
import io.quartermaster.domain.forecast.SequenceTrainingSet;
import java.util.List;
import java.util.function.Consumer;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.types.TFloat32;

/**
 * Trains a model: windows in an order drawn from the seed, a learning rate that falls along half a
 * cosine to a hundredth, the weights of the epoch with the least validation loss kept. The same
 * data, options and machine type give the same weights.
 */
final class LstmTrainer {

    private static final double LAST_RATE = 0.01;

    /**
     * What came out.
     *
     * @param weights those of the best epoch
     * @param losses one per epoch
     * @param trainingWindows number trained on
     * @param validationWindows number held out
     */
    record Trained(
            Weights weights, List<EpochLoss> losses, int trainingWindows, int validationWindows) {}

    private final SequenceTrainingSet data;
    private final SequenceModelOptions options;
    private final int trainingWindows;
    private final int validationWindows;

    LstmTrainer(SequenceTrainingSet data, SequenceModelOptions options) {
        this.data = data;
        this.options = options;
        int[] cut = TrainingCut.of(data, options);
        this.trainingWindows = cut[0];
        this.validationWindows = data.histories().length - cut[1];
    }

    Trained train(Consumer<EpochLoss> progress) {
        try (Graph graph = new Graph();
                Session session = new Session(graph, TensorflowLibrary.session())) {
            TrainingGraph training = new TrainingGraph(graph, options);
            training.model().weights().assign(session, LstmWeights.initial(options));
            training.optimiser.start(session);
            Epochs.Best best =
                    Epochs.run(
                            options.epochs(),
                            trainingWindows,
                            options.seed(),
                            pass(session, training),
                            progress);
            return new Trained(best.weights(), best.losses(), trainingWindows, validationWindows);
        }
    }

    private Epochs.Pass pass(Session session, TrainingGraph training) {
        return new Epochs.Pass() {
            @Override
            public double train(int epoch, int[] order) {
                return epoch(session, training, epoch, order);
            }

            @Override
            public double validate() {
                return validation(session, training);
            }

            @Override
            public Weights weights() {
                return training.model().weights().read(session);
            }
        };
    }

    private double epoch(Session session, TrainingGraph training, int epoch, int[] order) {
        int batches = batches(order.length);
        double sum = 0;
        for (int batch = 0; batch < batches; batch++) {
            int from = batch * options.batchSize();
            int rows = Math.min(options.batchSize(), order.length - from);
            long step = (long) (epoch - 1) * batches + batch;
            sum += rows * step(session, training, step, batches, order, from, rows);
        }
        return sum / order.length;
    }

    private double step(
            Session session,
            TrainingGraph training,
            long step,
            int batches,
            int[] order,
            int from,
            int rows) {
        double share = step / (double) ((long) batches * options.epochs());
        double fall = LAST_RATE + (1 - LAST_RATE) * 0.5 * (1 + Math.cos(Math.PI * share));
        try (Batch batch = new Batch(order, from, rows)) {
            return training.optimiser.run(
                    step,
                    options.learningRate() * fall,
                    batch.feed(session.runner(), training)
                            .fetch(training.loss)
                            .addTarget(training.train));
        }
    }

    private double validation(Session session, TrainingGraph training) {
        if (validationWindows == 0) {
            return Double.NaN;
        }
        int[] order = new int[validationWindows];
        int first = data.histories().length - validationWindows;
        for (int i = 0; i < order.length; i++) {
            order[i] = first + i;
        }
        double sum = 0;
        for (int from = 0; from < order.length; from += options.batchSize()) {
            int rows = Math.min(options.batchSize(), order.length - from);
            try (Batch batch = new Batch(order, from, rows);
                    var result =
                            batch.feed(session.runner(), training).fetch(training.loss).run()) {
                sum += rows * scalar(result.get(0));
            }
        }
        return sum / order.length;
    }

    private int batches(int windows) {
        return (windows + options.batchSize() - 1) / options.batchSize();
    }

    private static double scalar(org.tensorflow.Tensor tensor) {
        return ((TFloat32) tensor).getFloat();
    }

    /** Windows as tensors; closed after one run. */
    private final class Batch implements AutoCloseable {

        private final TFloat32 steps;
        private final TFloat32 known;
        private final TFloat32 targets;

        Batch(int[] order, int from, int rows) {
            int inputs = options.inputs();
            float[] history = new float[options.encoderSteps() * rows * inputs];
            float[] ahead = new float[rows * options.horizon() * options.knownInputs()];
            float[] after = new float[rows * options.horizon()];
            for (int row = 0; row < rows; row++) {
                int window = order[from + row];
                for (int step = 0; step < options.encoderSteps(); step++) {
                    System.arraycopy(
                            data.histories()[window][step],
                            0,
                            history,
                            (step * rows + row) * inputs,
                            inputs);
                }
                int width = options.horizon() * options.knownInputs();
                System.arraycopy(data.known()[window], 0, ahead, row * width, width);
                System.arraycopy(
                        data.targets()[window],
                        0,
                        after,
                        row * options.horizon(),
                        options.horizon());
            }
            steps = Tensors.of(history, options.encoderSteps(), rows, inputs);
            known = Tensors.of(ahead, rows, (long) options.horizon() * options.knownInputs());
            targets = Tensors.of(after, rows, options.horizon(), 1);
        }

        Session.Runner feed(Session.Runner runner, TrainingGraph training) {
            runner.feed(training.steps, steps).feed(training.targets, targets);
            return options.knownInputs() > 0 ? runner.feed(training.known, known) : runner;
        }

        @Override
        public void close() {
            steps.close();
            known.close();
            targets.close();
        }
    }
}
