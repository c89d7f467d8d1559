package io.quartermaster.pipelines.forecast.series;

import io.quartermaster.domain.forecast.season.SeasonSearch;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The steps of a season where nobody named them: a day of hours, a week of days, a year of weeks,
 * months or quarters, none of years. Steps that are only numbered are searched for one.
 */
public final class SeriesSeason {

    private static final long SECOND = 1000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long WEEK = 7 * DAY;
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
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(1);
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
