package io.quartermaster.engines.tensorflow;

import io.quartermaster.domain.forecast.EpochLoss;
import io.quartermaster.domain.forecast.SequenceModelOptions;
import io.quartermaster.domain.forecast.SequenceTrainingSet;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
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
            LstmWeights weights,
            List<EpochLoss> losses,
            int trainingWindows,
            int validationWindows) {}

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
            training.model().assign(session, LstmWeights.initial(options));
            training.starts.forEach(start -> session.run(start));
            return epochs(session, training, progress);
        }
    }

    private Trained epochs(Session session, TrainingGraph training, Consumer<EpochLoss> progress) {
        List<EpochLoss> losses = new ArrayList<>();
        LstmWeights best = null;
        double least = Double.POSITIVE_INFINITY;
        SplittableRandom random = new SplittableRandom(options.seed() ^ 0x5DEECE66DL);
        for (int epoch = 1; epoch <= options.epochs(); epoch++) {
            long started = System.nanoTime();
            double trained = epoch(session, training, epoch, shuffled(random));
            double validated = validation(session, training);
            double seconds = (System.nanoTime() - started) / 1e9;
            EpochLoss loss = new EpochLoss(epoch, trained, validated, seconds);
            losses.add(loss);
            progress.accept(loss);
            double judged = Double.isNaN(validated) ? -epoch : validated;
            if (best == null || judged < least) {
                least = judged;
                best = training.model().weights(session);
            }
        }
        return new Trained(best, losses, trainingWindows, validationWindows);
    }

    private int[] shuffled(SplittableRandom random) {
        int[] order = new int[trainingWindows];
        for (int i = 0; i < order.length; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
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
        try (Batch batch = new Batch(order, from, rows);
                TFloat32 rate = TFloat32.scalarOf((float) (options.learningRate() * fall));
                TFloat32 beta1 = power(TrainingGraph.BETA1, step);
                TFloat32 beta2 = power(TrainingGraph.BETA2, step);
                var result =
                        batch.feed(session.runner(), training)
                                .feed(training.learningRate, rate)
                                .feed(training.beta1Power, beta1)
                                .feed(training.beta2Power, beta2)
                                .fetch(training.loss)
                                .addTarget(training.train)
                                .run()) {
            return scalar(result.get(0));
        }
    }

    private static TFloat32 power(double base, long step) {
        return TFloat32.scalarOf((float) Math.pow(base, step + 1.0));
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
            steps = tensor(history, options.encoderSteps(), rows, inputs);
            known = tensor(ahead, rows, (long) options.horizon() * options.knownInputs());
            targets = tensor(after, rows, options.horizon(), 1);
        }

        private static TFloat32 tensor(float[] values, long... shape) {
            TFloat32 tensor = TFloat32.tensorOf(Shape.of(shape));
            tensor.asRawTensor().data().asFloats().write(values);
            return tensor;
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
