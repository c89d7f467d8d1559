package io.quartermaster.domain.forecast;

/**
 * What a sequence model looks like.
 *
 * @param features name and version of the rule that makes its inputs, for example {@code demand-1};
 *     a model serves only inputs of the rule it was trained on
 * @param inputs numbers per step of history, 1 or more; the first is the scaled target
 * @param knownInputs covariates known ahead per step of the horizon, 0 or more
 * @param staticInputs numbers of a series that do not change from step to step, 0 or more
 * @param hidden size of each layer's recurrent state, 1 or more
 * @param layers recurrent layers, 1 to {@value #MOST_LAYERS}; from the second on each adds to what
 *     the one below it says (residual connections)
 * @param isDeep whether the forecast passes a hidden layer for each step of the horizon; else it is
 *     a linear function of the last step's state, and there are no known or static inputs
 * @param horizon steps forecast
 * @param encoderSteps steps of history a training window holds at most
 * @param quantiles levels, ascending, each above 0 and below 1
 */
public record SequenceShape(
        String features,
        int inputs,
        int knownInputs,
        int staticInputs,
        int hidden,
        int layers,
        boolean isDeep,
        int horizon,
        int encoderSteps,
        double[] quantiles) {

    public static final int MOST_LAYERS = 3;

    public SequenceShape {
        atLeast("hidden", hidden, 1);
        atLeast("layers", layers, 1);
        atLeast("horizon", horizon, 1);
        atLeast("inputs", inputs, 1);
        if (layers > MOST_LAYERS) {
            throw new IllegalArgumentException(
                    "The layers (%d) must be 1 to %d.\nMaybe a larger --hidden instead."
                            .formatted(layers, MOST_LAYERS));
        }
        if (!isDeep && knownInputs + staticInputs > 0) {
            throw new IllegalArgumentException(
                    "A linear output takes no inputs beside the state, here it has %d."
                            .formatted(knownInputs + staticInputs));
        }
    }

    private static void atLeast(String what, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(
                    "The %s (%d) must be %d or more.".formatted(what, value, least));
        }
    }

    /** Numbers of a series' state: h and c of the first layer, then of the next. */
    public int stateSize() {
        return 2 * hidden * layers;
    }

    /** Numbers that decoding takes beside the state: those of each step, then the static ones. */
    public int aheadSize() {
        return horizon * knownInputs + staticInputs;
    }

    /** The same with other layers. */
    public SequenceShape sized(int newHidden, int newLayers) {
        return new SequenceShape(
                features,
                inputs,
                knownInputs,
                staticInputs,
                newHidden,
                newLayers,
                isDeep,
                horizon,
                encoderSteps,
                quantiles);
    }
}
