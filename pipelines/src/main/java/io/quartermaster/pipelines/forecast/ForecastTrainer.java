package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.forecast.DaysAhead;
import io.quartermaster.domain.forecast.DemandFeatures;
import io.quartermaster.domain.forecast.DemandHistory;
import io.quartermaster.domain.forecast.EpochLoss;
import io.quartermaster.domain.forecast.SequenceModelOptions;
import io.quartermaster.domain.forecast.SequenceShape;
import io.quartermaster.domain.forecast.SequenceTraining;
import io.quartermaster.domain.forecast.SequenceTrainingSet;
import io.quartermaster.domain.forecast.SeriesScale;
import io.quartermaster.domain.forecast.TrainingReport;
import io.quartermaster.udfs.forecast.SequenceModels;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Trains the sequence model on what lies before a day: every stretch of {@link
 * DemandFeatures#ENCODER_DAYS} days, or fewer of a young series, and the horizon after it is a
 * window, of which at most a budget is kept, chosen by a hash of series, day and seed.
 */
public final class ForecastTrainer {

    /** Levels of the quantiles that the jobs forecast. */
    static final double[] LEVELS = {0.1, 0.5, 0.9};

    private static final int HIDDEN = 64;
    private static final int EPOCHS = 10;
    private static final int BATCH = 128;
    private static final double LEARNING_RATE = 0.005;
    private static final double CLIP_NORM = 1;
    private static final double VALIDATION = 0.1;

    /** Share of windows that learn to do without what is known ahead, as it may be missing. */
    private static final double UNTOLD_SHARE = 0.2;

    private final SequenceModelOptions options;
    private final int budget;
    private final TrainingCovariates covariates;

    /**
     * @param options {@link #options} or the same with other training
     * @param budget windows at most, training and validation together
     */
    public ForecastTrainer(SequenceModelOptions options, int budget) {
        this(options, budget, new TrainingCovariates(false, List.of()));
    }

    public ForecastTrainer(
            SequenceModelOptions options, int budget, TrainingCovariates covariates) {
        this.options = options;
        this.budget = budget;
        this.covariates = covariates;
    }

    /** The model that the jobs use, of this horizon. */
    public static SequenceModelOptions options(int horizon, long seed) {
        return new SequenceModelOptions(
                new SequenceShape(
                        DemandFeatures.NAME,
                        DemandFeatures.INPUTS,
                        DemandFeatures.KNOWN,
                        DemandFeatures.SERIES,
                        HIDDEN,
                        1,
                        true,
                        horizon,
                        DemandFeatures.ENCODER_DAYS,
                        LEVELS.clone()),
                new SequenceTraining(
                        "pinball",
                        "adam",
                        LEARNING_RATE,
                        true,
                        CLIP_NORM,
                        EPOCHS,
                        0,
                        BATCH,
                        VALIDATION,
                        seed));
    }

    /**
     * Trains and exports.
     *
     * @param windows in any order; of several revisions the last counts
     * @param tailStart first day that must not be seen
     * @param folder where the model goes
     * @throws IllegalArgumentException when the history is too short, or no engine works here
     */
    public TrainingReport train(
            Iterable<DemandWindow> windows,
            LocalDate tailStart,
            Path folder,
            Consumer<EpochLoss> progress) {
        SequenceTrainingSet data = set(windows, tailStart);
        if (data.histories().length == 0) {
            throw new IllegalArgumentException(
                    "No series has %d days of history before %s, with %d more to learn from.\nMaybe give more history, or a later tail."
                            .formatted(DemandFeatures.FEWEST_DAYS, tailStart, options.horizon()));
        }
        return SequenceModels.engine().train(data, options, folder, progress);
    }

    /** The training windows before the tail, in the order of their ends. */
    SequenceTrainingSet set(Iterable<DemandWindow> windows, LocalDate tailStart) {
        Map<String, List<DemandWindow>> series = series(windows, tailStart);
        long candidates = 0;
        for (List<DemandWindow> days : series.values()) {
            candidates +=
                    Math.max(0, span(days) - options.horizon() - DemandFeatures.FEWEST_DAYS + 1);
        }
        double share = Math.min(1, budget / (double) Math.max(1, candidates));
        List<TrainingPlace> places = new ArrayList<>();
        series.forEach((key, days) -> collect(key, days, share, places));
        places.sort(Comparator.comparingLong(TrainingPlace::endDay));
        return set(places);
    }

    private static long span(List<DemandWindow> days) {
        return days.get(days.size() - 1).day().toEpochDay() - days.get(0).day().toEpochDay() + 1;
    }

    private static Map<String, List<DemandWindow>> series(
            Iterable<DemandWindow> windows, LocalDate tailStart) {
        Map<String, Map<LocalDate, DemandWindow>> byKey = new HashMap<>();
        for (DemandWindow window : windows) {
            if (window.day().isBefore(tailStart)) {
                byKey.computeIfAbsent(window.item() + "|" + window.place(), key -> new HashMap<>())
                        .merge(
                                window.day(),
                                window,
                                (a, b) -> b.revision() >= a.revision() ? b : a);
            }
        }
        Map<String, List<DemandWindow>> series = new TreeMap<>();
        byKey.forEach(
                (key, days) ->
                        series.put(
                                key,
                                days.values().stream()
                                        .sorted(Comparator.comparing(DemandWindow::day))
                                        .toList()));
        return series;
    }

    /** Walks through a series once, as the job does, and keeps the histories that were chosen. */
    private void collect(
            String key, List<DemandWindow> days, double share, List<TrainingPlace> places) {
        long firstDay = days.get(0).day().toEpochDay();
        long lastDay = days.get(days.size() - 1).day().toEpochDay();
        Map<Long, Integer> chosen = new HashMap<>();
        DemandHistory history = DemandHistory.before(firstDay);
        for (DemandWindow window : days) {
            DemandHistory before = history;
            history = history.append(window);
            fill(chosen, places, before, history);
            long end = history.lastDay();
            boolean whole =
                    history.age() >= DemandFeatures.FEWEST_DAYS
                            && end + options.horizon() <= lastDay;
            if (whole && isChosen(key, end, share)) {
                chosen.put(end, places.size());
                places.add(place(history, window, key));
            }
            chosen.remove(end - options.horizon());
        }
    }

    /** Writes the newest day's units, as wanted, into the windows that wait for it. */
    private static void fill(
            Map<Long, Integer> chosen,
            List<TrainingPlace> places,
            DemandHistory before,
            DemandHistory history) {
        for (long day = before.lastDay() + 1; day <= history.lastDay(); day++) {
            int back = (int) (history.lastDay() - day);
            if (back >= history.kept()) {
                continue;
            }
            for (int index : chosen.values()) {
                TrainingPlace place = places.get(index);
                int step = (int) (day - place.endDay() - 1);
                if (step >= 0 && step < place.units().length) {
                    place.fill(step, history, back);
                }
            }
        }
    }

    private TrainingPlace place(DemandHistory history, DemandWindow window, String key) {
        long day = history.lastDay();
        boolean isTold = !SeededShare.holds(UNTOLD_SHARE, key, day, ~options.training().seed());
        int horizon = options.horizon();
        return TrainingPlace.of(
                history,
                horizon,
                isTold
                        ? covariates.known(window.item(), window.place(), day, horizon)
                        : DaysAhead.UNKNOWN,
                covariates.statics(window, options.training().seed()));
    }

    private boolean isChosen(String key, long day, double share) {
        return SeededShare.holds(share, key, day, options.training().seed());
    }

    private SequenceTrainingSet set(List<TrainingPlace> places) {
        int count = places.size();
        float[][][] histories = new float[count][][];
        float[][] known = new float[count][];
        float[][] targets = new float[count][options.horizon()];
        long[] ends = new long[count];
        for (int i = 0; i < count; i++) {
            TrainingPlace place = places.get(i);
            SeriesScale scale = SeriesScale.of(place.history());
            histories[i] = DemandFeatures.encoder(place.history(), scale);
            known[i] =
                    DemandFeatures.known(
                            place.history(),
                            scale,
                            options.horizon(),
                            place.ahead(),
                            place.statics());
            covariates.hide(histories[i], known[i]);
            for (int step = 0; step < options.horizon(); step++) {
                targets[i][step] = DemandFeatures.target(place.units()[step], scale);
            }
            ends[i] = place.endDay();
        }
        return new SequenceTrainingSet(histories, known, targets, ends);
    }
}
