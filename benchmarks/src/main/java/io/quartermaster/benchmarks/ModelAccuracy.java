package io.quartermaster.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import io.quartermaster.domain.forecast.ForecastChampion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How near each model of a run came on its held-out tail.
 *
 * @param models {@code accuracy} of the run's summary.json
 */
record ModelAccuracy(JsonNode models) {

    /** What the figures say of each model. */
    static final String MEASURES = "pinball loss / MASE / squared error";

    private static final String PEER = "seasonal_naive";

    ModelAccuracy {
        for (String model : List.of(ForecastChampion.LSTM, PEER)) {
            if (!models.has(model)) {
                throw new IllegalStateException("no accuracy of " + model + " is in summary.json");
            }
        }
    }

    /** All models with their {@link #MEASURES}. */
    String words() {
        List<String> words = new ArrayList<>();
        models.properties()
                .forEach(
                        model ->
                                words.add(
                                        String.format(
                                                Locale.ROOT,
                                                "%s %.4f / %.3f / %.3f",
                                                model.getKey(),
                                                measure(model.getValue(), "pinball_loss"),
                                                measure(model.getValue(), "mase"),
                                                measure(model.getValue(), "squared_error"))));
        return String.join("; ", words);
    }

    /** Pinball loss of the LSTM as a share of that of seasonal naive. */
    double ratio() {
        return pinball(ForecastChampion.LSTM) / pinball(PEER);
    }

    /** Pinball loss of the LSTM and of seasonal naive. */
    String pair() {
        return String.format(
                Locale.ROOT, "%.4f of %.4f", pinball(ForecastChampion.LSTM), pinball(PEER));
    }

    /** The ratio in words. */
    String ratioWords() {
        return String.format(Locale.ROOT, "lstm's pinball loss %.3f of seasonal naive's", ratio());
    }

    private double pinball(String model) {
        return measure(models.path(model), "pinball_loss");
    }

    private static double measure(JsonNode model, String name) {
        return model.path(name).asDouble(Double.NaN);
    }
}
