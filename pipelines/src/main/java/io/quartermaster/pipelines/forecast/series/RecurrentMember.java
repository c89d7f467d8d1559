package io.quartermaster.pipelines.forecast.series;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.forecast.BasicFeatures;
import io.quartermaster.domain.forecast.DaysAhead;
import io.quartermaster.domain.forecast.DemandHistory;
import io.quartermaster.domain.forecast.ForecastChampion;
import io.quartermaster.domain.forecast.HorizonForecast;
import io.quartermaster.domain.forecast.ensemble.RolledEnsemble.Member;
import io.quartermaster.domain.forecast.ensemble.RollingOrigins;
import io.quartermaster.udfs.forecast.ForecastBundle;
import java.util.ArrayList;
import java.util.List;

/** What the trained sequence model makes of series: from their ends and from origins before. */
public final class RecurrentMember {

    private final ForecastBundle lstm;
    private final int horizon;
    private final double[] levels;

    /**
     * @param levels of the quantiles, for a model that has none of its own
     */
    RecurrentMember(ForecastBundle lstm, int horizon, double[] levels) {
        this.lstm = lstm;
        this.horizon = horizon;
        this.levels = levels;
    }

    /**
     * The model of each series; null forecasts where its history is too short.
     *
     * @param origins one for each series
     */
    List<Member> members(List<Series> all, List<RollingOrigins> origins) {
        if (lstm.options().shape().features().equals(BasicFeatures.NAME)) {
            return basic(all, origins);
        }
        if (lstm.options().horizon() < horizon) {
            throw new IllegalArgumentException(
                    "The horizon (%d) is longer than the model's (%d).\nMaybe train one with --horizon %d."
                            .formatted(horizon, lstm.options().horizon(), horizon));
        }
        List<DemandHistory> grown = new ArrayList<>();
        List<DaysAhead> ahead = new ArrayList<>();
        List<List<DemandHistory>> asked = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            List<DemandHistory> histories = histories(all.get(i), origins.get(i));
            asked.add(histories);
            for (int j = 0; j < histories.size(); j++) {
                if (ForecastBundle.isLongEnough(histories.get(j))) {
                    grown.add(histories.get(j));
                    ahead.add(ahead(all.get(i), origins.get(i), j));
                }
            }
        }
        List<HorizonForecast> answers = lstm.forecast(grown, ahead);
        List<Member> members = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < all.size(); i++) {
            List<HorizonForecast> own = new ArrayList<>();
            for (DemandHistory history : asked.get(i)) {
                own.add(
                        ForecastBundle.isLongEnough(history)
                                ? inUnits(answers.get(next++), all.get(i))
                                : null);
            }
            HorizonForecast end = own.remove(own.size() - 1);
            members.add(new Member(ForecastChampion.LSTM, own, end));
        }
        return members;
    }

    /** What is known ahead of an origin, or of the end after the last. */
    private DaysAhead ahead(Series series, RollingOrigins origins, int origin) {
        boolean atEnd = origin == origins.count() || series.ahead().length == 0;
        return (atEnd ? series : series.at(origins.known(origin), horizon)).daysAhead();
    }

    private List<Member> basic(List<Series> all, List<RollingOrigins> origins) {
        BasicForecasts forecasts = new BasicForecasts(lstm, levels);
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            List<HorizonForecast> lately = new ArrayList<>();
            for (int origin = 0; origin < origins.get(i).count(); origin++) {
                lately.add(basic(forecasts, all.get(i).first(origins.get(i).known(origin))));
            }
            members.add(new Member(ForecastChampion.LSTM, lately, basic(forecasts, all.get(i))));
        }
        return members;
    }

    private HorizonForecast basic(BasicForecasts forecasts, Series series) {
        DailySales sales = DailySales.of(series);
        return BasicForecasts.isLongEnough(sales) ? forecasts.forecast(sales, horizon) : null;
    }

    /** As known at each origin, then at the end. */
    private static List<DemandHistory> histories(Series series, RollingOrigins origins) {
        List<DemandWindow> windows = series.windows();
        List<DemandHistory> histories = new ArrayList<>();
        int from = Math.max(0, origins.first() - DemandHistory.KEPT);
        DemandHistory history = DemandHistory.before(windows.get(from).day().toEpochDay());
        int origin = 0;
        for (int i = from; i < windows.size(); i++) {
            if (origin < origins.count() && origins.known(origin) == i) {
                histories.add(history);
                origin++;
            }
            history = history.append(windows.get(i));
        }
        histories.add(history);
        return histories;
    }

    private HorizonForecast inUnits(HorizonForecast forecast, Series series) {
        return forecast.first(horizon).times(1 / series.factor());
    }
}
