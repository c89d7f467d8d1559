package io.quartermaster.pipelines.forecast.series;

import io.quartermaster.domain.forecast.DemandRegression;
import io.quartermaster.domain.forecast.HorizonForecast;
import io.quartermaster.domain.forecast.SeasonalNaive;
import io.quartermaster.domain.forecast.ensemble.Combination;
import io.quartermaster.domain.forecast.ensemble.ModelKind;
import io.quartermaster.domain.forecast.ensemble.RolledEnsemble;
import io.quartermaster.domain.forecast.ensemble.RolledEnsemble.Member;
import io.quartermaster.domain.forecast.ensemble.RollingOrigins;
import io.quartermaster.domain.forecast.ensemble.SpreadCalibration;
import io.quartermaster.domain.forecast.intermittent.SmoothedCounts;
import io.quartermaster.domain.forecast.smoothing.SmoothingFit;
import io.quartermaster.udfs.forecast.ForecastBundle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * The models of a series put together, with weights from what each would have forecast over the
 * last two horizons; how the combined forecasts fared then goes into {@link SpreadCalibration}.
 */
public final class SeriesCombination {

    private static final double MEDIAN = 0.5;

    /** Up to here the search for a seasonal ARIMA takes parts of a second. */
    private static final int QUICK_SEASON = 4;

    private final SeriesMembers members;
    private final int horizon;
    private final double[] levels;
    private final RecurrentMember recurrent;

    /**
     * What was made of one series.
     *
     * @param model that made it
     * @param forecast with the median among its levels
     * @param outcomes of combined forecasts of the last steps, empty if none was combined
     * @param counts whether nothing lies below 0
     * @param reason the weights in words, empty if there are none
     */
    record Made(
            String model,
            HorizonForecast forecast,
            SpreadCalibration outcomes,
            boolean counts,
            String reason) {

        /** With the levels asked for, those of a combined forecast calibrated. */
        HorizonForecast calibrated(SpreadCalibration calibration, double[] asked) {
            if (calibration == null || !model.equals(Combination.NAME)) {
                return forecast.at(asked);
            }
            HorizonForecast calibrated = calibration.calibrated(forecast);
            return (counts ? calibrated.possible() : calibrated).at(asked);
        }
    }

    /**
     * @param asked levels of the quantiles, ascending
     * @param lstm null if there is no trained model
     */
    SeriesCombination(SeriesMembers members, int horizon, double[] asked, ForecastBundle lstm) {
        this.members = members;
        this.horizon = horizon;
        this.levels = withMedian(asked);
        this.recurrent = lstm == null ? null : new RecurrentMember(lstm, horizon, levels);
    }

    static double[] withMedian(double[] levels) {
        return DoubleStream.concat(Arrays.stream(levels), DoubleStream.of(MEDIAN))
                .distinct()
                .sorted()
                .toArray();
    }

    /** One forecast of each series. */
    Map<Series, Made> forecast(List<Series> all) {
        List<RollingOrigins> origins = new ArrayList<>();
        all.forEach(series -> origins.add(RollingOrigins.of(series.values().length, horizon)));
        List<Member> lstm = recurrent == null ? null : recurrent.members(all, origins);
        Map<Series, Made> made = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            Member own = lstm == null ? null : lstm.get(i);
            made.put(all.get(i), made(all.get(i), origins.get(i), own));
        }
        return made;
    }

    private Made made(Series series, RollingOrigins origins, Member lstm) {
        boolean counts = Arrays.stream(series.values()).noneMatch(value -> value < 0);
        if (SmoothedCounts.fits(series.values())) {
            return alone(ModelKind.INTERMITTENT.label(), series, counts);
        }
        List<Member> all = new ArrayList<>();
        for (String model : origins.count() == 0 ? List.<String>of() : models()) {
            all.add(members.member(model, series, origins, levels));
        }
        if (lstm != null) {
            all.add(lstm);
        }
        RolledEnsemble ensemble = RolledEnsemble.of(series.values(), origins, all);
        if (ensemble.forecast() == null) {
            return alone(SeasonalNaive.NAME, series, counts);
        }
        SpreadCalibration outcomes = new SpreadCalibration(levels);
        for (int origin = 0; origin < origins.count(); origin++) {
            HorizonForecast combined = ensemble.lately().get(origin);
            if (combined != null) {
                outcomes.add(combined, origins.actual(series.values(), origin));
            }
        }
        return new Made(
                Combination.NAME,
                ensemble.forecast(),
                outcomes,
                counts,
                ensemble.combination().parts(all.stream().map(Member::name).toList()));
    }

    private Made alone(String model, Series series, boolean counts) {
        return new Made(
                model,
                members.end(model, series, levels),
                new SpreadCalibration(levels),
                counts,
                "");
    }

    /** A long season is told apart only: models that carry it learn too slowly. */
    private List<String> models() {
        int season = members.season();
        List<String> models = new ArrayList<>();
        if (season <= SmoothingFit.LONGEST_SEASON) {
            models.add(DemandRegression.NAME);
        }
        if (season > 1 && season <= SmoothingFit.LONGEST_SEASON) {
            models.add(ModelKind.ETS.label());
        }
        if (season > 1 && season <= QUICK_SEASON) {
            models.add(ModelKind.ARIMA.label());
        }
        models.add(ModelKind.ADJUSTED_ETS.label());
        models.add(ModelKind.ADJUSTED_THETA.label());
        models.add(ModelKind.ADJUSTED_ARIMA.label());
        return models;
    }
}
