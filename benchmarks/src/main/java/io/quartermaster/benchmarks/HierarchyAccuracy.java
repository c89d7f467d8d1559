package io.quartermaster.benchmarks;

import io.quartermaster.domain.forecast.hierarchy.ErrorCovariance;
import io.quartermaster.domain.forecast.hierarchy.Hierarchy;
import io.quartermaster.domain.forecast.hierarchy.MinTrace;
import io.quartermaster.domain.forecast.smoothing.ExponentialSmoothing;
import io.quartermaster.domain.forecast.smoothing.SmoothingFit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How well forecasts of series and their totals do by level: as automatic exponential smoothing
 * makes them, added up from the series, and by MinT. The models are fitted before the last steps
 * but {@value #ERROR_STEPS}, whose one-step errors give the covariance.
 */
final class HierarchyAccuracy {

    private static final int ERROR_STEPS = 28;
    private static final String SERIES = "series";

    private final int season;
    private final int horizon;
    private final List<double[]> series = new ArrayList<>();
    private final Map<String, Map<String, List<Integer>>> levels = new TreeMap<>();

    HierarchyAccuracy(int season, int horizon) {
        this.season = season;
        this.horizon = horizon;
    }

    /**
     * Adds a series.
     *
     * @param values all of one length
     * @param nodes name of its node by level
     */
    void add(double[] values, Map<String, String> nodes) {
        nodes.forEach(
                (level, node) ->
                        levels.computeIfAbsent(level, none -> new TreeMap<>())
                                .computeIfAbsent(node, none -> new ArrayList<>())
                                .add(series.size()));
        series.add(values);
    }

    /**
     * Sum of absolute errors over sum of values.
     *
     * @param base as the models make them
     * @param bottomUp added up
     * @param minT reconciled
     */
    record Wape(double base, double bottomUp, double minT) {

        String words() {
            return String.format(Locale.ROOT, "%.4f / %.4f / %.4f", base, bottomUp, minT);
        }
    }

    /** By level, the series last. */
    Map<String, Wape> measure() {
        Map<String, int[]> rows = new TreeMap<>();
        List<int[]> members = new ArrayList<>();
        levels.forEach(
                (level, nodes) -> {
                    int from = members.size();
                    nodes.values()
                            .forEach(node -> members.add(node.stream().mapToInt(i -> i).toArray()));
                    rows.put(level, IntStream.range(from, members.size()).toArray());
                });
        Hierarchy hierarchy = new Hierarchy(series.size(), members);
        rows.put(SERIES, IntStream.range(members.size(), hierarchy.nodes()).toArray());
        return compared(hierarchy, rows);
    }

    private Map<String, Wape> compared(Hierarchy hierarchy, Map<String, int[]> rows) {
        int length = series.get(0).length;
        double[][] values = new double[length][];
        for (int step = 0; step < length; step++) {
            values[step] = nodes(hierarchy, step);
        }
        double[][] base = new double[horizon][hierarchy.nodes()];
        double[][] errors = new double[hierarchy.nodes()][ERROR_STEPS];
        IntStream.range(0, hierarchy.nodes())
                .parallel()
                .forEach(node -> forecast(values, node, base, errors[node]));
        MinTrace minTrace = new MinTrace(hierarchy, ErrorCovariance.of(errors));
        Map<String, double[]> sums = new TreeMap<>();
        for (int step = 0; step < horizon; step++) {
            double[] truth = values[length - horizon + step];
            double[][] forecasts = {
                base[step], bottomUp(hierarchy, base[step]), minTrace.reconcile(base[step])
            };
            rows.forEach(
                    (level, nodes) -> {
                        double[] sum = sums.computeIfAbsent(level, none -> new double[4]);
                        for (int node : nodes) {
                            sum[3] += truth[node];
                            for (int way = 0; way < forecasts.length; way++) {
                                sum[way] += Math.abs(truth[node] - forecasts[way][node]);
                            }
                        }
                    });
        }
        return sums.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> wape(entry.getValue()),
                                (one, other) -> one,
                                TreeMap::new));
    }

    private static Wape wape(double[] sums) {
        return new Wape(sums[0] / sums[3], sums[1] / sums[3], sums[2] / sums[3]);
    }

    private double[] nodes(Hierarchy hierarchy, int step) {
        double[] ofSeries = series.stream().mapToDouble(values -> values[step]).toArray();
        return joined(hierarchy.sums(ofSeries), ofSeries);
    }

    private static double[] bottomUp(Hierarchy hierarchy, double[] base) {
        double[] ofSeries = Arrays.copyOfRange(base, hierarchy.totals(), base.length);
        return joined(hierarchy.sums(ofSeries), ofSeries);
    }

    private static double[] joined(double[] totals, double[] ofSeries) {
        double[] nodes = Arrays.copyOf(totals, totals.length + ofSeries.length);
        System.arraycopy(ofSeries, 0, nodes, totals.length, ofSeries.length);
        return nodes;
    }

    private void forecast(double[][] values, int node, double[][] base, double[] errors) {
        int known = values.length - horizon;
        double[] fitted = new double[known - ERROR_STEPS];
        for (int step = 0; step < fitted.length; step++) {
            fitted[step] = values[step][node];
        }
        ExponentialSmoothing model = SmoothingFit.automatic(fitted, season).model();
        for (int step = 0; step < ERROR_STEPS; step++) {
            double value = values[fitted.length + step][node];
            errors[step] = value - model.mean(1)[0];
            model = model.update(value);
        }
        double[] mean = model.mean(horizon);
        for (int step = 0; step < horizon; step++) {
            base[step][node] = Math.max(0, mean[step]);
        }
    }
}
