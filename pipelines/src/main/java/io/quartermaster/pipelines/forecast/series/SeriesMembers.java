package io.quartermaster.pipelines.forecast.series;

import io.quartermaster.domain.forecast.DemandRegression;
import io.quartermaster.domain.forecast.HorizonForecast;
import io.quartermaster.domain.forecast.SeasonalNaive;
import io.quartermaster.domain.forecast.SeriesRegression;
import io.quartermaster.domain.forecast.ensemble.ModelKind;
import io.quartermaster.domain.forecast.ensemble.RolledEnsemble.Member;
import io.quartermaster.domain.forecast.ensemble.RollingOrigins;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What each model makes of one series by itself: from its end, and from origins before it.
 *
 * <p>Values below 0 are lifted for seasonal naive and regression, which forecast counts, and put
 * back after; a series without such values is forecast without one.
 */
public final class SeriesMembers {

    private final int season;
    private final int horizon;
    private final CovariateColumns columns;

    SeriesMembers(int season, int horizon, CovariateColumns columns) {
        this.season = season;
        this.horizon = horizon;
        this.columns = columns;
    }

    int season() {
        return season;
    }

    /** The forecast of a model from the end of a series, null if it is not finite. */
    HorizonForecast end(String model, Series series, double[] levels) {
        RollingOrigins none = RollingOrigins.none(series.values().length, horizon);
        return member(model, series, none, levels).forecast();
    }

    /** A model at the end and at each origin; forecasts that are not finite are left out. */
    Member member(String model, Series series, RollingOrigins origins, double[] levels) {
        double least = Arrays.stream(series.values()).min().orElse(0);
        List<HorizonForecast> all = new ArrayList<>();
        switch (model) {
            case SeasonalNaive.NAME -> all.addAll(naive(series, origins, least, levels));
            case DemandRegression.NAME -> all.addAll(regression(series, origins, least, levels));
            default -> all.addAll(plain(model, series.values(), origins, levels));
        }
        all.replaceAll(
                forecast ->
                        forecast == null || !forecast.isFinite()
                                ? null
                                : least < 0 ? forecast : forecast.possible());
        HorizonForecast end = all.remove(all.size() - 1);
        return new Member(model, all, end);
    }

    private List<HorizonForecast> plain(
            String model, double[] values, RollingOrigins origins, double[] levels) {
        ModelKind kind = ModelKind.named(model).orElseThrow();
        int period = kind.adjusts() ? SeriesSeason.toAdjust(values, season) : season;
        List<HorizonForecast> all =
                origins.forecasts(values, history -> kind.fit(history, period), levels);
        all.add(kind.fit(values, period).forecast(horizon, levels));
        return all;
    }

    private List<HorizonForecast> naive(
            Series series, RollingOrigins origins, double least, double[] levels) {
        double lift = Math.min(0, least);
        double[] lifted = lifted(series.values(), lift);
        SeasonalNaive naive = new SeasonalNaive(season);
        List<HorizonForecast> all = new ArrayList<>();
        for (int origin = 0; origin < origins.count(); origin++) {
            double[] known = Arrays.copyOf(lifted, origins.known(origin));
            all.add(naive.forecast(known, horizon, levels).plus(lift));
        }
        all.add(naive.forecast(lifted, horizon, levels).plus(lift));
        return all;
    }

    private List<HorizonForecast> regression(
            Series series, RollingOrigins origins, double least, double[] levels) {
        double lift = Math.min(0, least);
        double[] values = lifted(series.values(), lift);
        double[] promotion =
                Arrays.stream(series.covariates()).mapToDouble(row -> row[1]).toArray();
        List<HorizonForecast> all = new ArrayList<>();
        if (series.knownAhead(columns).any()) {
            for (int origin = 0; origin < origins.count(); origin++) {
                Series then = series.at(origins.known(origin), horizon);
                all.add(regression(then, lifted(then.values(), lift), promotion, levels));
            }
            all.add(regression(series, values, promotion, levels));
        } else {
            int[] known = new int[origins.count() + 1];
            Arrays.setAll(known, i -> i < origins.count() ? origins.known(i) : values.length);
            all.addAll(
                    SeriesRegression.forecasts(values, promotion, known, season, horizon, levels));
        }
        all.replaceAll(forecast -> forecast.plus(lift));
        return all;
    }

    private HorizonForecast regression(
            Series series, double[] values, double[] promotion, double[] levels) {
        return SeriesRegression.forecast(
                values, promotion, series.knownAhead(columns), season, horizon, levels);
    }

    private static double[] lifted(double[] values, double lift) {
        return Arrays.stream(values).map(value -> value - lift).toArray();
    }
}
