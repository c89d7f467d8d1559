package io.quartermaster.pipelines.forecast.series;

import io.quartermaster.domain.forecast.season.SeasonSearch;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The steps of a season where nobody named them: a day of hours, or a week of them where it tells
 * more, a week of days, a year of weeks, months or quarters, none of years. Steps that are only
 * numbered are searched for one.
 */
public final class SeriesSeason {

    private static final long SECOND = 1000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long WEEK = 7 * DAY;
    private static final int HOURS = 24;
    private static final int WEEKDAYS = 7;
    private static final int WEEKS = 52;
    private static final int MONTHS = 12;

    private SeriesSeason() {}

    /**
     * The season of most series.
     *
     * @param frequency name of the step, empty to take each series' own
     */
    static int of(List<Series> all, String frequency) {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (Series series : all) {
            TimeForm form = series.form();
            if (form == TimeForm.INTEGER && frequency.isEmpty()) {
                return SeasonSearch.period(all.stream().map(Series::values).toList());
            }
            TimeStep step =
                    frequency.isEmpty()
                            ? TimeStep.of(series.positions(), form)
                            : TimeStep.named(frequency, TimeForm.INSTANT);
            boolean days = frequency.isEmpty() && form == TimeForm.DATE;
            counts.merge(season(step, days ? DAY : 1), 1, Integer::sum);
        }
        int season =
                counts.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .orElse(1);
        return isDay(season, all.get(0), frequency)
                ? SeasonSearch.longer(
                        all.stream().map(Series::values).toList(), season, WEEKDAYS * season)
                : season;
    }

    /**
     * The season to take out of a series: of hours or halves of them, a week where it tells more.
     */
    static int toAdjust(double[] values, int season) {
        return season == HOURS || season == 2 * HOURS
                ? SeasonSearch.longer(List.of(values), season, WEEKDAYS * season)
                : season;
    }

    /** Whether so many steps are a day, so that they may have a week too. */
    private static boolean isDay(int season, Series series, String frequency) {
        TimeForm form = frequency.isEmpty() ? series.form() : TimeForm.INSTANT;
        TimeStep step =
                frequency.isEmpty()
                        ? TimeStep.of(series.positions(), form)
                        : TimeStep.named(frequency, form);
        return form != TimeForm.DATE && step.months() == 0 && step.amount() * season == DAY;
    }

    private static int season(TimeStep step, long unit) {
        if (step.months() > 0) {
            return Math.max(1, MONTHS / step.months());
        }
        long millis = step.amount() * unit;
        if (millis >= WEEK) {
            return (int) Math.max(1, WEEKS * WEEK / millis);
        }
        long cycle =
                millis >= DAY
                        ? WEEK
                        : millis >= 15 * MINUTE ? DAY : millis >= MINUTE ? HOUR : MINUTE;
        return (int) Math.max(1, cycle / Math.max(1, millis));
    }
}
