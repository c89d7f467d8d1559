package io.quartermaster.udfs.forecast;

import io.quartermaster.domain.forecast.ForecastAccuracy;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.api.dataview.MapView;
import org.apache.flink.table.functions.AggregateFunction;

/**
 * {@code SEASONAL_SCALE(ds, y, season)}: mean absolute difference between a series and itself a
 * season before, the scale of the mean absolute scaled error: {@code AVG(ABS(e)) /
 * SEASONAL_SCALE(…)}. The order of rows does not matter; rows with a NULL do not count; NULL for a
 * series that is not longer than a season.
 */
public final class SeasonalScaleFunction
        extends AggregateFunction<Double, SeasonalScaleFunction.Series> {

    private static final long serialVersionUID = 1L;

    /** The series as gathered so far. */
    public static final class Series {
        public int season;

        @DataTypeHint("MAP<DATE, DOUBLE>")
        public MapView<LocalDate, Double> days = new MapView<>();
    }

    @Override
    public Series createAccumulator() {
        return new Series();
    }

    public void accumulate(Series series, LocalDate day, Double units, Integer season)
            throws Exception {
        if (day != null && units != null && season != null) {
            series.season = season;
            series.days.put(day, units);
        }
    }

    public void retract(Series series, LocalDate day, Double units, Integer season)
            throws Exception {
        if (day != null && units != null && season != null) {
            series.days.remove(day);
        }
    }

    public void merge(Series series, Iterable<Series> others) throws Exception {
        for (Series other : others) {
            series.season = Math.max(series.season, other.season);
            for (Map.Entry<LocalDate, Double> day : other.days.entries()) {
                series.days.put(day.getKey(), day.getValue());
            }
        }
    }

    @Override
    public Double getValue(Series series) {
        TreeMap<LocalDate, Double> sorted = new TreeMap<>();
        try {
            series.days.entries().forEach(day -> sorted.put(day.getKey(), day.getValue()));
        } catch (Exception e) {
            throw new IllegalStateException("The series cannot be read from state.", e);
        }
        double[] history = sorted.values().stream().mapToDouble(Double::doubleValue).toArray();
        double scale = ForecastAccuracy.seasonalScale(history, series.season);
        return Double.isNaN(scale) ? null : scale;
    }
}
