package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.forecast.DaysAhead;
import io.quartermaster.domain.forecast.DemandFeatures;
import io.quartermaster.domain.forecast.DemandHistory;
import io.quartermaster.domain.forecast.SeriesScale;
import io.quartermaster.domain.forecast.online.SeriesModels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A window whose series may wait for the sequence model.
 *
 * @param window the newest of the series
 * @param item what does not change of its item
 * @param memory after it
 * @param said what the models said so far, null where they are not asked
 * @param telling which forecasts are told
 */
record DueForecast(
        DemandWindow window,
        ItemStatics item,
        ForecastMemory memory,
        List<SeriesModels.Said> said,
        Telling telling) {

    /**
     * Which forecasts are told.
     *
     * @param from epoch day of the first eve
     * @param revision of them
     * @param asOf event time that they know at least
     */
    record Telling(long from, int revision, Instant asOf) {

        static final Telling FIRST = new Telling(Long.MIN_VALUE, 0, Instant.MIN);

        boolean isFirst() {
            return revision == 0;
        }

        static Telling of(DemandWindow corrected, int corrections) {
            return new Telling(corrected.day().toEpochDay(), corrections, corrected.asOf());
        }
    }

    boolean isAsked() {
        return said != null;
    }

    boolean isTold() {
        return isAsked() && window.day().toEpochDay() >= telling.from();
    }

    /** What the sequence model is told of the days ahead and of the series. */
    float[] known(DemandHistory history, SeriesScale scale, PriceCalendar calendar, int horizon) {
        long day = history.lastDay();
        DaysAhead planned = calendar.ahead(window.item(), window.place(), day, horizon);
        return DemandFeatures.known(history, scale, horizon, planned, item.at(day, window.place()));
    }

    DueForecast with(ForecastMemory next) {
        return new DueForecast(window, item, next, said, telling);
    }

    /** With what one more model says. */
    DueForecast with(SeriesModels.Said more) {
        List<SeriesModels.Said> all = new ArrayList<>(said);
        all.add(more);
        return new DueForecast(window, item, memory, all, telling);
    }
}
