package io.quartermaster.domain.forecast;

/** Shape and training of a sequence model. */
public record SequenceModelOptions(SequenceShape shape, SequenceTraining training) {

    public int inputs() {
        return shape.inputs();
    }

    public int knownInputs() {
        return shape.knownInputs();
    }

    public int hidden() {
        return shape.hidden();
    }

    public int horizon() {
        return shape.horizon();
    }

    public int encoderSteps() {
        return shape.encoderSteps();
    }

    public double[] quantiles() {
        return shape.quantiles();
    }

    /** The same shape, trained otherwise. */
    public SequenceModelOptions with(SequenceTraining otherwise) {
        return new SequenceModelOptions(shape, otherwise);
    }

    /** The same training of another shape. */
    public SequenceModelOptions with(SequenceShape other) {
        return new SequenceModelOptions(other, training);
    }
}
