package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.forecast.HorizonForecast;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads series, forecasts them and writes {@code unique_id,ds,model,mean,q…}, by id and time. */
public final class SeriesForecasts {

    private final List<Series> all;
    private final Map<Series, Map<String, HorizonForecast>> forecasts;
    private final String frequency;
    private final double[] levels;

    /**
     * @param frequency name of the step, empty to take each series' own
     */
    public SeriesForecasts(
            Path input,
            SeriesColumns columns,
            SeriesForecaster forecaster,
            String models,
            String frequency,
            double[] levels) {
        forecaster.models(models);
        this.all = new SeriesFile(input, columns).read();
        this.forecasts = forecaster.forecast(all, models);
        this.frequency = frequency;
        this.levels = levels;
    }

    /** How many series there are. */
    public int size() {
        return all.size();
    }

    /** How many series each model forecast. */
    public Map<String, Integer> byModel() {
        Map<String, Integer> counts = new TreeMap<>();
        forecasts
                .values()
                .forEach(
                        rows ->
                                rows.keySet()
                                        .forEach(model -> counts.merge(model, 1, Integer::sum)));
        return counts;
    }

    /** Writes all rows. */
    public void write(BufferedWriter out) throws IOException {
        StringBuilder header = new StringBuilder("unique_id,ds,model,mean");
        for (double level : levels) {
            header.append(",q").append(plain(level));
        }
        out.append(header).append('\n');
        for (Series series : all) {
            TimeStep step =
                    frequency.isEmpty()
                            ? TimeStep.of(series.positions(), series.form())
                            : TimeStep.named(frequency, series.form());
            long last = series.positions()[series.positions().length - 1];
            for (Map.Entry<String, HorizonForecast> row : forecasts.get(series).entrySet()) {
                for (int h = 0; h < row.getValue().mean().length; h++) {
                    String time = series.form().format(step.after(last, h + 1, series.form()));
                    out.append(quoted(series.id())).append(',').append(time).append(',');
                    out.append(row.getKey()).append(',').append(plain(row.getValue().mean()[h]));
                    for (double[] quantile : row.getValue().quantiles()) {
                        out.append(',').append(plain(quantile[h]));
                    }
                    out.append('\n');
                }
            }
        }
    }

    private static String plain(double value) {
        BigDecimal decimal = BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_EVEN);
        return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
