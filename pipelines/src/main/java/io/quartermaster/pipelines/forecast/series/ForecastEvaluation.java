package io.quartermaster.pipelines.forecast.series;

import io.quartermaster.domain.forecast.AccuracySummary;
import io.quartermaster.domain.forecast.WindowAccuracy;
import io.quartermaster.domain.forecast.smoothing.Naive2;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Measures the forecasts of series whose outcome is known: either the last steps of each series,
 * from one or more origins (rolling origin), or the series of a second file. A model sees of a
 * series only what lies before its origin.
 *
 * @param models what each reached, in the order asked for; {@link Naive2} at the end
 * @param series how many there are
 * @param said what had to be done to series or kept them from being measured, by id
 */
public record ForecastEvaluation(List<AccuracySummary> models, int series, List<String> said) {

    public ForecastEvaluation {
        models = List.copyOf(models);
        said = List.copyOf(said);
    }

    /**
     * Measures.
     *
     * @param request whose models may be several, {@code auto} and {@code zeros} among them
     * @param progress takes lines for whoever waits
     * @throws IllegalArgumentException when file or models are impossible, or no series is long
     *     enough
     */
    public static ForecastEvaluation of(
            ForecastRequest request, Origins origins, int parallelism, Consumer<String> progress)
            throws Exception {
        if (request.horizon() < 1) {
            throw new IllegalArgumentException(
                    "The horizon (%d) must be 1 or more steps.".formatted(request.horizon()));
        }
        request.check(EvaluateWork.ZEROS);
        if (origins.later() != null) {
            origins.later().check();
        }
        Map<String, List<WindowAccuracy>> measured = new LinkedHashMap<>();
        EvaluateWork work = new EvaluateWork(origins);
        int held =
                origins.later() != null
                        ? 0
                        : request.horizon() + (origins.count() - 1) * origins.step();
        ForecastRequest calibrated =
                CalibrationWork.calibrated(request, held, parallelism, progress);
        try (SeriesRun run = SeriesRun.of(calibrated, work, parallelism, progress)) {
            run.forEach(text -> text.lines().forEach(line -> add(measured, line)));
            if (measured.isEmpty()) {
                throw new IllegalArgumentException(
                        "No series can be measured: %s\nMaybe a shorter --horizon or fewer --windows."
                                .formatted(run.said().get(0)));
            }
            return new ForecastEvaluation(
                    summaries(measured, request.levels()), run.size(), run.said());
        }
    }

    private static void add(Map<String, List<WindowAccuracy>> measured, String line) {
        AccuracyLine parsed = AccuracyLine.parse(line);
        measured.computeIfAbsent(parsed.model(), name -> new ArrayList<>()).add(parsed.accuracy());
    }

    private static List<AccuracySummary> summaries(
            Map<String, List<WindowAccuracy>> measured, double[] levels) {
        AccuracySummary naive2 = AccuracySummary.of(Naive2.NAME, levels, measured.get(Naive2.NAME));
        List<AccuracySummary> summaries = new ArrayList<>();
        measured.forEach(
                (model, windows) ->
                        summaries.add(AccuracySummary.of(model, levels, windows).against(naive2)));
        return summaries;
    }
}
