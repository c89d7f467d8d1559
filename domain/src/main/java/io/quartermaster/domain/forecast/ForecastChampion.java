package io.quartermaster.domain.forecast;

import java.util.List;

/**
 * Which model's forecast the plan uses, and why.
 *
 * @param model name of the model
 * @param reason in words
 */
public record ForecastChampion(String model, String reason) {

    /** Name of the recurrent model in forecasts. */
    public static final String LSTM = "lstm";

    /**
     * Chooses: the prior of its cluster for an item younger than {@link ClusterPrior#YOUNG_DAYS}
     * days, else the LSTM where it has said something, else the regression, else whoever has.
     *
     * @param days of history
     * @param models that have said something, one or more
     */
    public static ForecastChampion of(long days, List<String> models) {
        if (days < ClusterPrior.YOUNG_DAYS) {
            return young(days);
        }
        if (models.contains(LSTM)) {
            return new ForecastChampion(LSTM, days + " days of history and a trained model");
        }
        return models.contains(DemandRegression.NAME)
                ? new ForecastChampion(DemandRegression.NAME, "no trained model")
                : new ForecastChampion(models.get(0), "the first of the models that run");
    }

    /** The champion of a young item. */
    public static ForecastChampion young(long days) {
        return new ForecastChampion(
                ClusterPrior.NAME,
                "%d days of history, %d are needed to learn from its own"
                        .formatted(days, ClusterPrior.YOUNG_DAYS));
    }
}
