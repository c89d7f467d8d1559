package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.forecast.BasicFeatures;
import io.quartermaster.domain.forecast.EpochLoss;
import io.quartermaster.domain.forecast.SequenceModelOptions;
import io.quartermaster.domain.forecast.SequenceShape;
import io.quartermaster.domain.forecast.SequenceTraining;
import io.quartermaster.domain.forecast.SequenceTrainingSet;
import io.quartermaster.domain.forecast.TrainingReport;
import io.quartermaster.pipelines.forecast.series.DailySales;
import io.quartermaster.pipelines.forecast.series.Series;
import io.quartermaster.pipelines.forecast.series.SeriesColumns;
import io.quartermaster.pipelines.forecast.series.SeriesFile;
import io.quartermaster.udfs.forecast.SequenceModels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Trains the plainest model on a file of dates and sales: {@link BasicFeatures} of 14 days into one
 * LSTM layer, its last step into one number, the next day's. Values are measured by mean and
 * deviation of what is not held out.
 */
public final class BasicTraining {

    private static final int BATCH = 32;

    /** A day to forecast, with the window before it. */
    private record Lesson(long day, float[][] window, float target) {}

    private final List<DailySales> all = new ArrayList<>();

    public BasicTraining(Path input, SeriesColumns columns) {
        for (Series series : new SeriesFile(input, columns).read()) {
            all.add(DailySales.of(series));
        }
    }

    /** Squared error, plain steps of the optimiser: no clipping, a learning rate that stays. */
    public static SequenceModelOptions options(
            int hidden,
            int layers,
            String optimizer,
            double learningRate,
            int epochs,
            int patience,
            double validation,
            long seed) {
        SequenceShape shape =
                new SequenceShape(
                        BasicFeatures.NAME,
                        BasicFeatures.INPUTS,
                        0,
                        0,
                        hidden,
                        layers,
                        false,
                        1,
                        BasicFeatures.STEPS,
                        new double[0]);
        SequenceTraining training =
                new SequenceTraining(
                        "mse",
                        optimizer,
                        learningRate,
                        false,
                        0,
                        epochs,
                        patience,
                        BATCH,
                        validation,
                        seed);
        return new SequenceModelOptions(shape, training);
    }

    /** Days read, the missing ones between among them. */
    public int size() {
        return all.stream().mapToInt(series -> series.values().length).sum();
    }

    /** Trains and exports. */
    public TrainingReport train(
            SequenceModelOptions options, Path folder, Consumer<EpochLoss> progress) {
        SequenceTrainingSet data = set(options.training().validation());
        if (data.histories().length == 0) {
            throw new IllegalArgumentException(
                    "No series is longer than %d days, so none has a day to learn.\nMaybe give more history."
                            .formatted(BasicFeatures.LONGEST_LAG));
        }
        return SequenceModels.engine().train(data, options, folder, progress);
    }

    /** Windows of all series in the order of their days. */
    SequenceTrainingSet set(double validation) {
        List<Lesson> lessons = new ArrayList<>();
        for (DailySales series : all) {
            double[] values = series.values();
            int seen = Math.max(1, (int) Math.round(values.length * (1 - validation)));
            BasicFeatures.Scale scale = BasicFeatures.Scale.of(values, seen);
            for (int target = BasicFeatures.LONGEST_LAG; target < values.length; target++) {
                lessons.add(
                        new Lesson(
                                series.firstDay() + target,
                                BasicFeatures.window(values, series.firstDay(), target, scale),
                                scale.scaled(values[target])));
            }
        }
        lessons.sort(Comparator.comparingLong(Lesson::day));
        return new SequenceTrainingSet(
                lessons.stream().map(Lesson::window).toArray(float[][][]::new),
                new float[lessons.size()][0],
                lessons.stream().map(one -> new float[] {one.target()}).toArray(float[][]::new),
                lessons.stream().mapToLong(one -> one.day() - 1).toArray());
    }
}
