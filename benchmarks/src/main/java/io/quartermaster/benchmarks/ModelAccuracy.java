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
        models.properties().forEach(model -> words.add(words(model.getKey(), model.getValue())));
        return String.join("; ", words);
    }

    private static String words(String model, JsonNode measures) {
        return "%s %s / %s / %s"
                .formatted(
                        model,
                        words(measure(measures, "pinball_loss"), 4),
                        words(measure(measures, "mase"), 3),
                        words(measure(measures, "squared_error"), 3));
    }

    private static String words(double value, int decimals) {
        return Double.isFinite(value)
                ? String.format(Locale.ROOT, "%." + decimals + "f", value)
                : "not known";
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

    /** NaN where the run does not know it. */
    private static double measure(JsonNode model, String name) {
        return model.path(name).asDouble(Double.NaN);
    }
}
