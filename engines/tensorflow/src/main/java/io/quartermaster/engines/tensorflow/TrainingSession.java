package io.quartermaster.engines.tensorflow;

import io.quartermaster.domain.forecast.SequenceModelOptions;
import io.quartermaster.domain.forecast.SequenceTrainingSet;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.types.TFloat32;

/**
 * A model in training: its weights and what the optimiser remembers, moved one batch at a time. On
 * one thread, the same steps give the same bits.
 */
final class TrainingSession implements AutoCloseable {

    private final SequenceModelOptions options;
    private final Graph graph = new Graph();
    private final Session session;
    private final TrainingGraph training;

    TrainingSession(SequenceModelOptions options, Weights weights) {
        this.options = options;
        this.training = new TrainingGraph(graph, options);
        this.session = new Session(graph, TensorflowLibrary.session());
        training.model().weights().assign(session, weights);
        training.optimiser.start(session);
    }

    /**
     * Takes one step.
     *
     * @param number of the step, from 0
     * @param rate learning rate
     * @return mean loss over the windows before the step
     */
    double step(
            long number, double rate, SequenceTrainingSet data, int[] order, int from, int rows) {
        try (WindowBatch batch = new WindowBatch(data, options.shape(), order, from, rows)) {
            return training.optimiser.run(
                    number,
                    rate,
                    batch.feed(session.runner(), training)
                            .fetch(training.loss)
                            .addTarget(training.train));
        }
    }

    /** Mean loss over windows; NaN if there are none. */
    double loss(SequenceTrainingSet data, int[] order) {
        int size = options.training().batchSize();
        double sum = 0;
        for (int from = 0; from < order.length; from += size) {
            int rows = Math.min(size, order.length - from);
            try (WindowBatch batch = new WindowBatch(data, options.shape(), order, from, rows);
                    var result =
                            batch.feed(session.runner(), training).fetch(training.loss).run()) {
                sum += rows * (double) ((TFloat32) result.get(0)).getFloat();
            }
        }
        return order.length == 0 ? Double.NaN : sum / order.length;
    }

    Weights weights() {
        return training.model().weights().read(session);
    }

    /** What the optimiser remembers. */
    Weights memory() {
        return training.optimiser.memory().read(session);
    }

    List<Weights.Slot> memorySlots() {
        return training.optimiser.memory().slots();
    }

    /** Goes on from elsewhere. */
    void restore(Weights weights, Weights memory) {
        training.model().weights().assign(session, weights);
        training.optimiser.memory().assign(session, memory);
    }

    @Override
    public void close() {
        session.close();
        graph.close();
    }
}
