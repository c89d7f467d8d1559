package io.quartermaster.domain.forecast;

/**
 * A trained recurrent model over batches of series. Inputs are scaled; so are outputs. Rows of a
 * batch do not influence each other, whatever the batch's size. Not safe for two threads.
 */
public interface SequenceModel extends AutoCloseable {

    /**
     * What {@link #advanceAndDecode} gives.
     *
     * @param states as {@link #advance} gives them
     * @param forecasts as {@link #decode} gives them
     */
    record Advanced(float[][] states, float[][] forecasts) {}

    SequenceModelOptions options();

    /** Version of the weights: a hash of them. */
    String version();

    /**
     * Runs the encoder over whole histories from a zero state.
     *
     * @param inputs [batch][steps][inputs]; a history shorter than the longest gives the state that
     *     it gives alone
     * @return the state of each series after its last step: [batch][{@link
     *     SequenceShape#stateSize}], h then c of each layer
     */
    float[][] encode(float[][][] inputs);

    /**
     * Advances each state by one step.
     *
     * @param inputs [batch][inputs]
     * @param states [batch][stateSize]
     * @return the new states
     */
    float[][] advance(float[][] inputs, float[][] states);

    /**
     * Reads the forecast from states.
     *
     * @param states [batch][stateSize]
     * @param known what is known ahead: [batch][{@link SequenceShape#aheadSize}]
     * @return [batch][horizon * (1 + quantiles)]: for each step the mean, then each quantile
     *     ascending
     */
    float[][] decode(float[][] states, float[][] known);

    /**
     * Advances each state by one step and reads the forecast from it, in one call.
     *
     * @param inputs [batch][inputs]
     * @param states [batch][stateSize]
     * @param known what is known ahead: [batch][{@link SequenceShape#aheadSize}]
     */
    Advanced advanceAndDecode(float[][] inputs, float[][] states, float[][] known);

    /**
     * Replaces all weights; states made with the old ones mean nothing to the new ones.
     *
     * @param weights as {@link TrainingState#weights} has them
     * @throws IllegalArgumentException when they are of a model of another shape
     */
    void assign(float[] weights);

    @Override
    void close();
}
