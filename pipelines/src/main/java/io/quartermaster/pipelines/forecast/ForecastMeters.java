package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.forecast.online.SeriesEnsemble;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/**
 * What the forecast job counts: calls of the engine, corrections, and how often what happened lay
 * within the combined forecast's quantiles.
 */
final class ForecastMeters {

    private final Counter engineCalls;
    private final Counter engineRows;
    private final Counter corrections;
    private final Counter lateCorrections;
    private final Counter days;
    private final Counter daysInside;
    private final Counter sums;
    private final Counter sumsBelow;

    ForecastMeters(MetricGroup group) {
        engineCalls = group.counter("engine_calls_total");
        engineRows = group.counter("engine_rows_total");
        corrections = group.counter("corrections_total");
        lateCorrections = group.counter("corrections_too_late_total");
        days = group.counter("scored_days_total");
        daysInside = group.counter("scored_days_inside_total");
        sums = group.counter("scored_sums_total");
        sumsBelow = group.counter("scored_sums_below_total");
        group.<Double, Gauge<Double>>gauge("coverage", () -> share(daysInside, days));
        group.<Double, Gauge<Double>>gauge("cumulative_coverage", () -> share(sumsBelow, sums));
    }

    private static double share(Counter part, Counter all) {
        return all.getCount() == 0 ? Double.NaN : part.getCount() / (double) all.getCount();
    }

    void called(long calls, long rows) {
        engineCalls.inc(calls);
        engineRows.inc(rows);
    }

    void corrected() {
        corrections.inc();
    }

    void correctedTooLate() {
        lateCorrections.inc();
    }

    void scored(SeriesEnsemble.Scored scored) {
        days.inc(scored.inside() >= 0 ? 1 : 0);
        daysInside.inc(scored.inside() > 0 ? 1 : 0);
        sums.inc(scored.sumBelow() >= 0 ? 1 : 0);
        sumsBelow.inc(scored.sumBelow() > 0 ? 1 : 0);
    }
}
