package io.quartermaster.pipelines.forecast.series;

import io.quartermaster.domain.forecast.HorizonForecast;
import io.quartermaster.udfs.forecast.ForecastBundle;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes {@code unique_id,ds,model,mean,q…,reason} of each series, by model and time. */
public final class ForecastWork implements SeriesWork {

    private static final long serialVersionUID = 1L;

    static String header(double[] levels) {
        StringBuilder header = new StringBuilder("unique_id,ds,model,mean");
        for (double level : levels) {
            header.append(",q").append(plain(level));
        }
        return header.append(",reason\n").toString();
    }

    @Override
    public List<SeriesBlock> of(List<Series> bundle, ForecastRequest request, ForecastBundle lstm) {
        List<SeriesBlock> blocks = new ArrayList<>();
        new GuardedForecaster(request, lstm)
                .forecast(bundle)
                .forEach((series, made) -> blocks.add(block(series, made, request)));
        return blocks;
    }

    private static SeriesBlock block(
            Series series, List<MadeForecast> made, ForecastRequest request) {
        StringBuilder text = new StringBuilder();
        for (MadeForecast forecast : made) {
            write(text, series, forecast, request.file().frequency());
        }
        List<String> said = new ArrayList<>(Arrays.asList(series.said()));
        int horizon = made.get(0).forecast().mean().length;
        if (series.values().length < horizon) {
            said.add(
                    "The series (%s) has fewer values (%d) than steps to forecast (%d)."
                            .formatted(series.id(), series.values().length, horizon));
        }
        return new SeriesBlock(
                series.id(),
                text.toString(),
                made.stream().map(MadeForecast::model).toArray(String[]::new),
                said.toArray(String[]::new));
    }

    private static void write(
            StringBuilder text, Series series, MadeForecast made, String frequency) {
        HorizonForecast forecast = made.forecast();
        long[] times = times(series, forecast.mean().length, frequency);
        for (int h = 0; h < times.length; h++) {
            text.append(quoted(series.id())).append(',');
            text.append(series.form().format(times[h])).append(',');
            text.append(made.model()).append(',').append(plain(forecast.mean()[h]));
            for (double[] quantile : forecast.quantiles()) {
                text.append(',').append(plain(quantile[h]));
            }
            text.append(',').append(quoted(made.reason())).append('\n');
        }
    }

    /** When the steps of a forecast are. */
    static long[] times(Series series, int horizon, String frequency) {
        if (series.aheadPositions().length > 0) {
            return series.aheadPositions();
        }
        TimeStep step =
                frequency.isEmpty()
                        ? TimeStep.of(series.positions(), series.form())
                        : TimeStep.named(frequency, series.form());
        long last = series.positions()[series.positions().length - 1];
        long[] times = new long[horizon];
        Arrays.setAll(times, h -> step.after(last, h + 1, series.form()));
        return times;
    }

    /** A number as it is written, with six decimals at most. */
    static String plain(double value) {
        BigDecimal decimal = BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_EVEN);
        return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
