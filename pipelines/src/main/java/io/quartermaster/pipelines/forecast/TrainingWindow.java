package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.forecast.DaysAhead;
import io.quartermaster.domain.forecast.DemandFeatures;
import io.quartermaster.domain.forecast.DemandHistory;
import io.quartermaster.domain.forecast.SequenceTrainingSet;
import io.quartermaster.domain.forecast.SeriesScale;
import java.util.Arrays;
import java.util.List;

/**
 * What the LSTM learns from once a horizon has passed: a history, what was known ahead of it, and
 * what came.
 *
 * @param series item and place
 * @param endDay epoch day of the history's last day
 * @param history its days as inputs, one after the other
 * @param known what was known ahead
 * @param target scaled units of each day of the horizon
 */
public record TrainingWindow(
        String series, long endDay, float[] history, float[] known, float[] target) {

    /**
     * Of a history whose last days are the horizon.
     *
     * @param planned what was known of these
     * @param statics of the series, as they were known before these
     */
    static TrainingWindow of(
            String series, DemandHistory history, int horizon, DaysAhead planned, float[] statics) {
        DemandHistory past = history.before(horizon);
        SeriesScale scale = SeriesScale.of(past);
        float[][] days = DemandFeatures.encoder(past, scale);
        float[] flat = new float[days.length * DemandFeatures.INPUTS];
        for (int day = 0; day < days.length; day++) {
            System.arraycopy(
                    days[day], 0, flat, day * DemandFeatures.INPUTS, DemandFeatures.INPUTS);
        }
        float[] target = new float[horizon];
        for (int step = 0; step < horizon; step++) {
            target[step] = DemandFeatures.target(history.wanted(horizon - 1 - step), scale);
        }
        float[] known = DemandFeatures.known(past, scale, horizon, planned, statics);
        return new TrainingWindow(series, past.lastDay(), flat, known, target);
    }

    /** Differs from that of any other window. */
    String id() {
        return series + "|" + endDay;
    }

    private float[][] steps() {
        float[][] steps = new float[history.length / DemandFeatures.INPUTS][];
        for (int step = 0; step < steps.length; step++) {
            int at = step * DemandFeatures.INPUTS;
            steps[step] = Arrays.copyOfRange(history, at, at + DemandFeatures.INPUTS);
        }
        return steps;
    }

    /** As the engine takes them. */
    static SequenceTrainingSet set(List<TrainingWindow> windows) {
        return new SequenceTrainingSet(
                windows.stream().map(TrainingWindow::steps).toArray(float[][][]::new),
                windows.stream().map(TrainingWindow::known).toArray(float[][]::new),
                windows.stream().map(TrainingWindow::target).toArray(float[][]::new),
                windows.stream().mapToLong(TrainingWindow::endDay).toArray());
    }
}
