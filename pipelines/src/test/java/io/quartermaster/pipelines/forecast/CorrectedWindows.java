package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.forecast.Forecast;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Windows of a few series, some of which come wrong and are corrected later.
 *
 * @param late as they come, corrections after windows of later days
 * @param inTime the same with every window right the first time
 */
record CorrectedWindows(List<DemandWindow> late, List<DemandWindow> inTime) {

    private static final int SERIES = 4;

    /**
     * Corrects a window of each series, one to four days after it, every five days from a day on.
     */
    static CorrectedWindows of(List<DemandWindow> all, LocalDate from) {
        List<String> keys =
                all.stream().map(CorrectedWindows::key).distinct().limit(SERIES).toList();
        List<DemandWindow> late = new ArrayList<>();
        List<DemandWindow> inTime = new ArrayList<>();
        Map<String, DemandWindow> waiting = new TreeMap<>();
        for (DemandWindow window : all) {
            int series = keys.indexOf(key(window));
            if (series < 0) {
                continue;
            }
            late.add(window);
            long since = window.day().toEpochDay() - from.toEpochDay();
            boolean wrong = since >= 0 && since % 5 == 0;
            inTime.add(wrong ? corrected(window) : window);
            if (wrong) {
                waiting.put(key(window), corrected(window));
            }
            DemandWindow due = waiting.get(key(window));
            if (due != null && window.day().equals(due.day().plusDays(1 + series % 4))) {
                late.add(waiting.remove(key(window)));
            }
        }
        late.addAll(waiting.values());
        return new CorrectedWindows(List.copyOf(late), List.copyOf(inTime));
    }

    static DemandWindow corrected(DemandWindow window) {
        return new DemandWindow(
                window.item(),
                window.place(),
                window.day(),
                window.units() * 3 + 7,
                window.price(),
                window.promotion(),
                window.stockedOut(),
                window.views() + 5,
                window.favourites(),
                window.carts() + 2,
                window.revision() + 1,
                window.asOf().plusSeconds(400_000));
    }

    private static String key(DemandWindow window) {
        return window.item() + "|" + window.place();
    }

    /** The last revision of each forecast, in words that leave out when it came. */
    static Map<String, String> latest(Iterable<Forecast> forecasts) {
        Map<String, Forecast> latest = new TreeMap<>();
        for (Forecast forecast : forecasts) {
            latest.merge(
                    "%s|%s|%s|%s"
                            .formatted(
                                    forecast.item(),
                                    forecast.place(),
                                    forecast.madeOn(),
                                    forecast.modelName()),
                    forecast,
                    (a, b) -> b.revision() >= a.revision() ? b : a);
        }
        Map<String, String> words = new TreeMap<>();
        latest.forEach((key, forecast) -> words.put(key, words(forecast)));
        return words;
    }

    private static String words(Forecast forecast) {
        return "%s %s %s %s %s %s %s %s %s"
                .formatted(
                        forecast.modelVersion(),
                        forecast.champion(),
                        forecast.reason(),
                        Arrays.toString(forecast.mean()),
                        Arrays.toString(forecast.q10()),
                        Arrays.toString(forecast.q50()),
                        Arrays.toString(forecast.q90()),
                        Arrays.toString(forecast.cumulativeQ50()),
                        Arrays.toString(forecast.cumulativeQ90()));
    }
}
