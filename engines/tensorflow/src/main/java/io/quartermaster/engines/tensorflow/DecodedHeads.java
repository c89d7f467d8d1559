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
    private final int risers;

    DecodedHeads(SequenceModelOptions options) {
        horizon = options.horizon();
        heads = LstmWeights.heads(options);
        numbers = 1 + options.quantiles().length;
        isCount = LstmWeights.isCount(options);
        risers = Math.max(0, numbers - firstRiser());
    }

    /** The first head that rises. */
    int firstRiser() {
        return isCount ? 0 : 2;
    }

    /** How many heads from the first on rise, 0 or more. */
    int risers() {
        return risers;
    }

    /**
     * The forecasts of a batch; rows behind it are left aside.
     *
     * @param raw [batch or more][horizon][heads]
     * @param rises [batch or more][horizon][risers], empty if none rises
     * @return [batch][horizon * (1 + quantiles)]
     */
    float[][] forecasts(int batch, FloatBuffer raw, FloatBuffer rises) {
        float[][] forecasts = Tensors.rows(batch, horizon * numbers);
        float[] own = new float[horizon * heads];
        float[] risen = new float[horizon * risers];
        for (float[] forecast : forecasts) {
            raw.get(own);
            rises.get(risen);
            put(own, risen, forecast);
        }
        return forecasts;
    }

    private void put(float[] own, float[] risen, float[] forecast) {
        int at = 0;
        for (int step = 0; step < horizon; step++) {
            int from = step * heads;
            int rise = step * risers - firstRiser();
            forecast[at++] = isCount ? risen[rise] : own[from];
            float level = numbers > 1 ? own[from + 1] : 0;
            for (int number = 1; number < numbers; number++) {
                level = number == 1 ? level : level + risen[rise + number];
                forecast[at++] = level;
            }
        }
    }
}
