package io.quartermaster.domain.forecast;

/**
 * A model in training, one batch at a time. The same state and the same batches give the same bits,
 * in whatever process. Not safe for two threads.
 */
public interface SequenceTrainer extends AutoCloseable {

    SequenceModelOptions options();

    /** A copy of the whole state. */
    TrainingState state();

    /**
     * Goes on from a state.
     *
     * @throws IllegalArgumentException when it is of a model of another shape
     */
    void restore(TrainingState state);

    /**
     * Takes one step of the optimiser.
     *
     * @param batch its windows
     * @param learningRate of this step
     * @return mean loss over the windows before the step
     */
    double step(SequenceTrainingSet batch, double learningRate);

    /** Mean loss over windows. */
    double loss(SequenceTrainingSet windows);

    /** Version of the weights: a hash of them. */
    String version();

    @Override
    void close();
}
