package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.forecast.DemandFeatures;
import io.quartermaster.domain.forecast.DemandRegression;
import io.quartermaster.domain.forecast.Forecast;
import io.quartermaster.domain.forecast.ForecastChampion;
import io.quartermaster.domain.forecast.HorizonForecast;
import io.quartermaster.domain.forecast.SeasonalNaive;
import io.quartermaster.pipelines.channel.Channels;
import java.time.LocalDate;

/** Makes the rows of a forecast. */
final class ForecastRows {

    private static final SeasonalNaive NAIVE = new SeasonalNaive(7);
    private static final double[] LEVELS = ForecastTrainer.LEVELS;

    private final int horizon;
    private final String champion;

    /**
     * @param champion name of the model that the plan uses
     */
    ForecastRows(int horizon, String champion) {
        this.horizon = horizon;
        this.champion = champion;
    }

    Forecast naive(String item, String place, ForecastMemory memory) {
        return row(
                item,
                place,
                memory.history().lastDay(),
                SeasonalNaive.NAME,
                SeasonalNaive.VERSION,
                NAIVE.forecast(memory.history().wanted(), horizon, LEVELS));
    }

    Forecast regression(String item, String place, ForecastMemory memory) {
        return row(
                item,
                place,
                memory.history().lastDay(),
                DemandRegression.NAME,
                DemandRegression.VERSION,
                ForecastMemory.REGRESSION.forecast(
                        memory.regression(),
                        memory.history().wanted(),
                        DemandFeatures.weekday(memory.history().lastDay() + 1),
                        memory.history().meanPromotion(28),
                        memory.history().relativePrice(),
                        horizon,
                        LEVELS));
    }

    Forecast lstm(String item, String place, ForecastMemory memory, float[] decoded) {
        return row(
                item,
                place,
                memory.history().lastDay(),
                ForecastChampion.LSTM,
                memory.modelVersion(),
                DemandFeatures.forecast(decoded, memory.scale(), LEVELS));
    }

    Forecast row(
            String item,
            String place,
            long madeOn,
            String model,
            String version,
            HorizonForecast forecast) {
        LocalDate day = LocalDate.ofEpochDay(madeOn);
        return new Forecast(
                item,
                place,
                day,
                model,
                version,
                model.equals(champion),
                forecast.mean(),
                forecast.quantile(0.1),
                forecast.quantile(0.5),
                forecast.quantile(0.9),
                forecast.cumulative(0.5),
                forecast.cumulative(0.9),
                Channels.endOf(day));
    }
}
