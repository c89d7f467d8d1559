package io.quartermaster.engines.tensorflow;

import io.quartermaster.domain.forecast.SequenceModelOptions;
import io.quartermaster.domain.forecast.SequenceTrainer;
import io.quartermaster.domain.forecast.SequenceTrainingSet;
import io.quartermaster.domain.forecast.TrainingState;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Trains a model further, with TensorFlow on the calling thread. */
final class TensorflowTrainer implements SequenceTrainer {

    private final SequenceModelOptions options;
    private final TrainingSession session;
    private final List<Weights.Slot> weightSlots;
    private final List<Weights.Slot> memorySlots;
    private long steps;

    TensorflowTrainer(Path folder) {
        this.options = ModelFolder.read(folder).options();
        this.session = new TrainingSession(options, ModelFolder.weights(folder, options));
        this.weightSlots = LstmWeights.slots(options);
        this.memorySlots = session.memorySlots();
    }

    @Override
    public SequenceModelOptions options() {
        return options;
    }

    @Override
    public TrainingState state() {
        return new TrainingState(steps, session.weights().flat(), session.memory().flat());
    }

    @Override
    public void restore(TrainingState state) {
        session.restore(
                Weights.of(state.weights(), weightSlots), Weights.of(state.memory(), memorySlots));
        steps = state.steps();
    }

    @Override
    public double step(SequenceTrainingSet batch, double learningRate) {
        int[] order = all(batch);
        return session.step(steps++, learningRate, batch, order, 0, order.length);
    }

    @Override
    public double loss(SequenceTrainingSet windows) {
        return session.loss(windows, all(windows));
    }

    private static int[] all(SequenceTrainingSet windows) {
        return IntStream.range(0, windows.histories().length).toArray();
    }

    @Override
    public String version() {
        return session.weights().version();
    }

    @Override
    public void close() {
        session.close();
    }
}
