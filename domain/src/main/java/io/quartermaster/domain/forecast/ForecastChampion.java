package io.quartermaster.domain.forecast;

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
     * days, else the LSTM where there is a model, else the regression.
     */
    public static ForecastChampion of(long days, boolean hasModel) {
        if (days < ClusterPrior.YOUNG_DAYS) {
            return new ForecastChampion(
                    ClusterPrior.NAME,
                    "%d days of history, %d are needed to learn from its own"
                            .formatted(days, ClusterPrior.YOUNG_DAYS));
        }
        return hasModel
                ? new ForecastChampion(LSTM, days + " days of history and a trained model")
                : new ForecastChampion(DemandRegression.NAME, "no trained model");
    }
}
