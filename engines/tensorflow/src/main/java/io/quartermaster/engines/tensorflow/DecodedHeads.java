package io.quartermaster.engines.tensorflow;

import io.quartermaster.domain.forecast.SequenceModelOptions;
import java.nio.FloatBuffer;

/**
 * Makes the forecast of what the graph decodes: its heads, and softplus of those that rise from
 * something (a quantile from the one below it, a count's mean from 0). To pick columns out and put
 * them together again takes TensorFlow longer than the rest of the decoding.
 */
final class DecodedHeads {

    private final int horizon;
    private final int heads;
    private final int numbers;
    private final boolean isCount;

    DecodedHeads(SequenceModelOptions options) {
        horizon = options.horizon();
        heads = LstmWeights.heads(options);
        numbers = 1 + options.quantiles().length;
        isCount = LstmWeights.isCount(options);
    }

    /** The first head that rises. */
    int firstRiser() {
        return isCount ? 0 : 2;
    }

    /** How many heads from the first on rise, 0 or more. */
    int risers() {
        return Math.max(0, numbers - firstRiser());
    }

    /**
     * The forecasts of a batch.
     *
     * @param raw [batch][horizon][heads]
     * @param rises [batch][horizon][risers], empty if none rises
     * @return [batch][horizon * (1 + quantiles)]
     */
    float[][] forecasts(FloatBuffer raw, FloatBuffer rises) {
        float[][] forecasts = new float[raw.remaining() / (horizon * heads)][horizon * numbers];
        float[] own = new float[horizon * heads];
        float[] risen = new float[horizon * risers()];
        for (float[] forecast : forecasts) {
            raw.get(own);
            rises.get(risen);
            for (int step = 0; step < horizon; step++) {
                put(own, step * heads, risen, step * risers(), forecast, step * numbers);
            }
        }
        return forecasts;
    }

    private void put(float[] raw, int from, float[] rises, int risen, float[] forecast, int at) {
        forecast[at] = isCount ? rises[risen] : raw[from];
        if (numbers > 1) {
            forecast[at + 1] = raw[from + 1];
        }
        for (int number = 2; number < numbers; number++) {
            forecast[at + number] =
                    forecast[at + number - 1] + rises[risen + number - firstRiser()];
        }
    }
}
