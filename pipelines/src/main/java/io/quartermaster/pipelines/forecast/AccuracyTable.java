package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.forecast.ClusterPrior;
import io.quartermaster.domain.forecast.Forecast;
import io.quartermaster.domain.forecast.ForecastAccuracy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How near each model's forecasts came to what happened.
 *
 * <p>Models are compared on the same forecasts: those of series and days for which every model but
 * the cluster prior has one; the prior stands for itself. Days on which stock ran out are left out,
 * since nobody knows what was wanted, and so are days of campaigns, which forecasts leave to the
 * lift, and days past the last window.
 *
 * @param models one row per model, by name
 */
public record AccuracyTable(List<Row> models) {

    private static final int SEASON = 7;
    private static final double[] LEVELS = ForecastTrainer.LEVELS;

    /**
     * One model.
     *
     * @param model its name
     * @param forecasts number of forecasts measured
     * @param steps number of days measured
     * @param pinballLoss mean over days and the levels 0.1, 0.5 and 0.9, in units
     * @param meanAbsoluteScaledError of the median, which absolute errors ask for, over the series'
     *     seasonal naive error before its first forecast; mean over days
     * @param meanSquaredError of the mean, in squared units
     * @param coverage share of days between the 0.1 and the 0.9 quantile
     * @param cumulativeCoverage share of horizons whose sum is at most the 0.9 quantile of the sum
     */
    public record Row(
            String model,
            long forecasts,
            long steps,
            double pinballLoss,
            double meanAbsoluteScaledError,
            double meanSquaredError,
            double coverage,
            double cumulativeCoverage) {}

    /** Sums of one model, in a fixed order of forecasts. */
    private static final class Sums {
        private long forecasts;
        private long steps;
        private double pinball;
        private double squares;
        private long inside;
        private double scaled;
        private long scaledSteps;
        private long sums;
        private long sumsBelow;

        private Row row(String model) {
            return new Row(
                    model,
                    forecasts,
                    steps,
                    pinball / (steps * LEVELS.length),
                    scaledSteps == 0 ? Double.NaN : scaled / scaledSteps,
                    squares / steps,
                    inside / (double) steps,
                    sums == 0 ? Double.NaN : sumsBelow / (double) sums);
        }
    }

    public AccuracyTable {
        models = List.copyOf(models);
    }

    /** Measures; the order of forecasts does not matter, of several revisions the last counts. */
    public static AccuracyTable of(Iterable<Forecast> forecasts, ActualDays actuals) {
        List<Forecast> measured = comparable(forecasts);
        Map<String, Double> scales = scales(measured, actuals);
        Map<String, Sums> sums = new TreeMap<>();
        for (Forecast forecast : measured) {
            String key = ActualDays.key(forecast.item(), forecast.place());
            measure(
                    sums.computeIfAbsent(forecast.modelName(), name -> new Sums()),
                    forecast,
                    actuals.ofSeries(key),
                    scales.get(key));
        }
        List<Row> rows = new ArrayList<>();
        sums.forEach(
                (model, sum) -> {
                    if (sum.steps > 0) {
                        rows.add(sum.row(model));
                    }
                });
        return new AccuracyTable(rows);
    }

    private static List<Forecast> comparable(Iterable<Forecast> forecasts) {
        Set<String> models = new TreeSet<>();
        Map<String, Set<String>> made = new HashMap<>();
        List<Forecast> all = new ArrayList<>();
        for (Forecast forecast : latest(forecasts)) {
            all.add(forecast);
            if (!isPrior(forecast)) {
                models.add(forecast.modelName());
                made.computeIfAbsent(occasion(forecast), key -> new HashSet<>())
                        .add(forecast.modelName());
            }
        }
        return all.stream()
                .filter(
                        forecast ->
                                isPrior(forecast) || made.get(occasion(forecast)).equals(models))
                .sorted(
                        Comparator.comparing(Forecast::item)
                                .thenComparing(Forecast::place)
                                .thenComparing(Forecast::madeOn)
                                .thenComparing(Forecast::modelName))
                .toList();
    }

    private static Collection<Forecast> latest(Iterable<Forecast> forecasts) {
        Map<String, Forecast> latest = new HashMap<>();
        for (Forecast forecast : forecasts) {
            latest.merge(
                    occasion(forecast) + "|" + forecast.modelName(),
                    forecast,
                    (a, b) -> b.revision() >= a.revision() ? b : a);
        }
        return latest.values();
    }

    private static boolean isPrior(Forecast forecast) {
        return forecast.modelName().equals(ClusterPrior.NAME);
    }

    private static String occasion(Forecast forecast) {
        return ActualDays.key(forecast.item(), forecast.place()) + "|" + forecast.madeOn();
    }

    private static Map<String, Double> scales(List<Forecast> forecasts, ActualDays actuals) {
        Map<String, LocalDate> first = new HashMap<>();
        for (Forecast forecast : forecasts) {
            first.merge(
                    ActualDays.key(forecast.item(), forecast.place()),
                    forecast.madeOn(),
                    (a, b) -> a.isBefore(b) ? a : b);
        }
        Map<String, Double> scales = new HashMap<>();
        first.forEach(
                (key, day) -> {
                    double[] history =
                            actuals.ofSeries(key).values().stream()
                                    .filter(window -> !window.day().isAfter(day))
                                    .mapToDouble(DemandWindow::units)
                                    .toArray();
                    scales.put(key, ForecastAccuracy.seasonalScale(history, SEASON));
                });
        return scales;
    }

    private static void measure(
            Sums sums, Forecast forecast, Map<Long, DemandWindow> days, double scale) {
        double[][] quantiles = {forecast.q10(), forecast.q50(), forecast.q90()};
        double sum = 0;
        int counted = 0;
        for (int step = 0; step < forecast.mean().length; step++) {
            DemandWindow window = days.get(forecast.madeOn().toEpochDay() + 1 + step);
            if (window == null || window.stockedOut() || !window.campaign().isEmpty()) {
                continue;
            }
            double actual = window.units();
            double error = actual - forecast.mean()[step];
            for (int level = 0; level < LEVELS.length; level++) {
                sums.pinball +=
                        ForecastAccuracy.pinball(LEVELS[level], quantiles[level][step], actual);
            }
            sums.squares += error * error;
            sums.inside += actual >= forecast.q10()[step] && actual <= forecast.q90()[step] ? 1 : 0;
            if (scale > 0) {
                sums.scaled += Math.abs(actual - forecast.q50()[step]) / scale;
                sums.scaledSteps++;
            }
            sum += actual;
            counted++;
        }
        sums.steps += counted;
        sums.forecasts += counted > 0 ? 1 : 0;
        if (counted == forecast.mean().length) {
            sums.sums++;
            sums.sumsBelow += sum <= forecast.cumulativeQ90()[counted - 1] ? 1 : 0;
        }
    }

    /** The row of a model, null if it has none. */
    public Row model(String name) {
        return models.stream().filter(row -> row.model().equals(name)).findFirst().orElse(null);
    }
}
