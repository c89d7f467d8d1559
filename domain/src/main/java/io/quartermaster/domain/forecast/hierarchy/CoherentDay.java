package io.quartermaster.domain.forecast.hierarchy;

import io.quartermaster.domain.forecast.Forecast;
import io.quartermaster.domain.forecast.HorizonForecast;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The forecasts of one day, made to add up. Each total has a base forecast of its own ({@link
 * TotalForecast}); the covariance is of the errors of the base forecasts before, at least {@value
 * #FEWEST_ERRORS} days of them, which W is shrunk from; before that no correlations are known, and
 * each variance is taken as the mean, as counts have it. Negative series become 0 before the totals
 * are summed ({@link WholeTotals}). Quantiles of a node move with its mean, in proportion.
 *
 * @param rows of every node, totals by level and name, then the series by name
 * @param totals memories by level:name, for the next day
 */
public record CoherentDay(List<ForecastTotal> rows, Map<String, NodeMemory> totals) {

    static final int FEWEST_ERRORS = 14;

    private static final double[] LEVELS = {0.1, 0.5, 0.9};

    /**
     * Makes them.
     *
     * @param day epoch day on which the forecasts were made
     * @param unsorted one or more, each of the same horizon
     * @param before memories of the totals
     */
    public static CoherentDay of(
            long day,
            List<HierarchySeries> unsorted,
            Map<String, NodeMemory> before,
            Method method) {
        List<HierarchySeries> series =
                unsorted.stream()
                        .sorted(Comparator.comparing(one -> one.node(Level.SERIES)))
                        .toList();
        HierarchyNodes nodes = HierarchyNodes.of(series);
        double[][] days = days(day, nodes.hierarchy(), series);
        NodeMemory[] memories = judged(day, days, nodes, series, before);
        HorizonForecast[] base = base(days, nodes.hierarchy(), series);
        double[][] coherent = coherent(nodes.hierarchy(), memories, base, method);
        Map<String, NodeMemory> next = new HashMap<>();
        for (int total = 0; total < nodes.hierarchy().totals(); total++) {
            next.put(nodes.key(total), memories[total].forecasting(day, base[total].mean()));
        }
        List<ForecastTotal> rows = new ArrayList<>();
        for (int node = 0; node < memories.length; node++) {
            rows.add(row(day, nodes, node, base[node], coherent, method, series));
        }
        return new CoherentDay(rows, next);
    }

    /** Memories of all nodes with the errors of the last forecasts. */
    private static NodeMemory[] judged(
            long day,
            double[][] days,
            HierarchyNodes nodes,
            List<HierarchySeries> series,
            Map<String, NodeMemory> before) {
        Hierarchy hierarchy = nodes.hierarchy();
        NodeMemory[] memories = new NodeMemory[hierarchy.nodes()];
        for (int node = 0; node < memories.length; node++) {
            memories[node] =
                    node < hierarchy.totals()
                            ? before.getOrDefault(nodes.key(node), NodeMemory.NOTHING)
                                    .judged(days[node], day)
                            : series.get(node - hierarchy.totals()).memory();
        }
        return memories;
    }

    /** Units of each of the last days, [nodes][DAYS], newest last. */
    private static double[][] days(long day, Hierarchy hierarchy, List<HierarchySeries> series) {
        double[][] days = new double[hierarchy.nodes()][NodeMemory.DAYS];
        for (int i = 0; i < NodeMemory.DAYS; i++) {
            long date = day - NodeMemory.DAYS + 1 + i;
            double[] units =
                    series.stream().mapToDouble(one -> one.memory().wanted(date)).toArray();
            double[] sums = hierarchy.sums(units);
            for (int node = 0; node < days.length; node++) {
                days[node][i] = node < sums.length ? sums[node] : units[node - sums.length];
            }
        }
        return days;
    }

    private static HorizonForecast[] base(
            double[][] days, Hierarchy hierarchy, List<HierarchySeries> series) {
        int horizon = series.get(0).forecast().mean().length;
        HorizonForecast[] base = new HorizonForecast[hierarchy.nodes()];
        for (int node = 0; node < base.length; node++) {
            base[node] =
                    node < hierarchy.totals()
                            ? TotalForecast.of(days[node], horizon, LEVELS)
                            : horizonForecast(series.get(node - hierarchy.totals()).forecast());
        }
        return base;
    }

    private static HorizonForecast horizonForecast(Forecast forecast) {
        return new HorizonForecast(
                forecast.mean(),
                LEVELS,
                new double[][] {forecast.q10(), forecast.q50(), forecast.q90()});
    }

    /** Units of each step and node, [steps][nodes], in whole thousandths. */
    private static double[][] coherent(
            Hierarchy hierarchy, NodeMemory[] memories, HorizonForecast[] base, Method method) {
        MinTrace minTrace =
                method == Method.MINT ? new MinTrace(hierarchy, covariance(memories, base)) : null;
        double[][] coherent = new double[base[0].mean().length][];
        for (int step = 0; step < coherent.length; step++) {
            int at = step;
            double[] means = Arrays.stream(base).mapToDouble(node -> node.mean()[at]).toArray();
            double[] nodes = minTrace == null ? means : minTrace.reconcile(means);
            double[] ofSeries = Arrays.copyOfRange(nodes, hierarchy.totals(), nodes.length);
            coherent[step] =
                    Arrays.stream(WholeTotals.of(hierarchy, ofSeries))
                            .mapToDouble(WholeTotals::units)
                            .toArray();
        }
        return coherent;
    }

    private static ErrorCovariance covariance(NodeMemory[] memories, HorizonForecast[] base) {
        int known = memories[0].errors().length;
        if (known < FEWEST_ERRORS) {
            return ErrorCovariance.uncorrelated(
                    Arrays.stream(base)
                            .mapToDouble(node -> Arrays.stream(node.mean()).average().orElse(0))
                            .toArray());
        }
        double[][] errors = new double[memories.length][known];
        for (int node = 0; node < errors.length; node++) {
            double[] own = memories[node].errors();
            int count = Math.min(known, own.length);
            System.arraycopy(own, own.length - count, errors[node], known - count, count);
        }
        return ErrorCovariance.of(errors);
    }

    private static ForecastTotal row(
            long day,
            HierarchyNodes nodes,
            int node,
            HorizonForecast base,
            double[][] coherent,
            Method method,
            List<HierarchySeries> series) {
        double[] mean = Arrays.stream(coherent).mapToDouble(step -> step[node]).toArray();
        int totals = nodes.hierarchy().totals();
        return new ForecastTotal(
                nodes.levels().get(node).label(),
                nodes.names().get(node),
                LocalDate.ofEpochDay(day),
                method.label(),
                node < totals ? nodes.hierarchy().members().get(node).length : 1,
                mean,
                moved(base, mean, 0),
                moved(base, mean, 1),
                moved(base, mean, 2),
                series.get(0).forecast().asOf());
    }

    private static double[] moved(HorizonForecast base, double[] mean, int level) {
        double[] moved = new double[mean.length];
        for (int step = 0; step < moved.length; step++) {
            double before = base.mean()[step];
            double quantile =
                    before > 0 ? base.quantiles()[level][step] * mean[step] / before : mean[step];
            moved[step] = WholeTotals.units(Math.round(quantile * 1000));
        }
        return moved;
    }
}
