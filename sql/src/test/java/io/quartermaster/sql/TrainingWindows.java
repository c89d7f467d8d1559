package io.quartermaster.sql;

import io.quartermaster.domain.forecast.DemandFeatures;
import io.quartermaster.domain.forecast.DemandHistory;
import io.quartermaster.domain.forecast.SequenceTrainingSet;
import io.quartermaster.domain.forecast.SeriesScale;
import java.util.List;

/** Training windows of one series, cut from its history as of each day. */
final class TrainingWindows {

    private TrainingWindows() {}

    static SequenceTrainingSet of(List<DemandHistory> daily, int horizon) {
        int first = DemandFeatures.ENCODER_DAYS - 1;
        int count = daily.size() - horizon - first;
        float[][][] histories = new float[count][][];
        float[][] known = new float[count][];
        float[][] targets = new float[count][horizon];
        long[] endDays = new long[count];
        for (int i = 0; i < count; i++) {
            DemandHistory history = daily.get(first + i);
            SeriesScale scale = SeriesScale.of(history);
            histories[i] = DemandFeatures.encoder(history, scale);
            known[i] = DemandFeatures.known(history, scale, horizon);
            endDays[i] = history.lastDay();
            for (int step = 0; step < horizon; step++) {
                double units = daily.get(first + i + 1 + step).wanted(0);
                targets[i][step] = DemandFeatures.target(units, scale);
            }
        }
        return new SequenceTrainingSet(histories, known, targets, endDays);
    }
}
