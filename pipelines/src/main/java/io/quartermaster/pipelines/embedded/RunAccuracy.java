package io.quartermaster.pipelines.embedded;

import io.quartermaster.domain.forecast.Forecast;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.forecast.AccuracyTable;
import io.quartermaster.pipelines.forecast.ActualDays;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How near each model came on the held-out tail, and the champions that plans used. */
final class RunAccuracy {

    private static final String CHAMPION = "champion";

    private RunAccuracy() {}

    /** Measures by model. */
    static Map<String, Object> of(RunExchange exchange) throws IOException {
        List<Forecast> forecasts = exchange.contents(Channels.FORECAST);
        Map<String, Object> byModel = new LinkedHashMap<>();
        if (forecasts.isEmpty()) {
            return byModel;
        }
        ActualDays actuals = ActualDays.of(exchange.contents(Channels.DEMAND));
        List<Forecast> champions = new ArrayList<>();
        for (Forecast forecast : forecasts) {
            if (forecast.champion()) {
                champions.add(renamed(forecast));
            }
        }
        AccuracyTable.of(champions, actuals).models().forEach(row -> put(byModel, row));
        AccuracyTable.of(forecasts, actuals).models().forEach(row -> put(byModel, row));
        return byModel;
    }

    private static void put(Map<String, Object> byModel, AccuracyTable.Row row) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("pinball_loss", known(row.pinballLoss()));
        figures.put("mase", known(row.meanAbsoluteScaledError()));
        figures.put("squared_error", known(row.meanSquaredError()));
        figures.put("coverage", known(row.coverage()));
        figures.put("cumulative_coverage", known(row.cumulativeCoverage()));
        figures.put("forecasts", row.forecasts());
        figures.put("days", row.steps());
        byModel.put(row.model(), figures);
    }

    /** JSON has no number for what is not known. */
    private static Double known(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private static Forecast renamed(Forecast forecast) {
        return new Forecast(
                forecast.item(),
                forecast.place(),
                forecast.madeOn(),
                CHAMPION,
                forecast.modelVersion(),
                true,
                forecast.mean(),
                forecast.q10(),
                forecast.q50(),
                forecast.q90(),
                forecast.cumulativeQ50(),
                forecast.cumulativeQ90(),
                forecast.asOf(),
                forecast.reason(),
                forecast.revision());
    }
}
