package io.quartermaster.pipelines.cli;

import io.quartermaster.pipelines.embedded.Progress;
import io.quartermaster.pipelines.forecast.series.ForecastEvaluation;
import io.quartermaster.pipelines.forecast.series.ForecastRequest;
import io.quartermaster.pipelines.forecast.series.Origins;
import io.quartermaster.pipelines.forecast.series.SeriesForecaster;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures forecasts of series whose outcome is known. */
@Command(
        name = "forecast",
        description = {
            "Measure forecasts of the series of a file (as the verb forecast takes it) on their last steps, from one or more origins;",
            "with --train and --test, on the steps of a second file."
        })
final class EvaluateForecastCommand implements Callable<Integer> {

    /** How results are written. */
    enum Form {
        TABLE,
        JSON
    }

    @Spec private CommandSpec spec;
    @Mixin private OutputSettings output;
    @Mixin private ForecastSettings settings;
    @Mixin private Talk talk;

    @Option(names = "--input", paramLabel = "FILE", description = "Series, CSV or .gz.")
    private Path input;

    @Option(names = "--train", paramLabel = "FILE", description = "Series, instead of --input.")
    private Path train;

    @Option(names = "--test", paramLabel = "FILE", description = "The steps that follow them.")
    private Path test;

    @Option(
            names = "--horizon",
            required = true,
            paramLabel = "N",
            description = "Steps to forecast from each origin.")
    private int horizon;

    @Option(
            names = "--windows",
            paramLabel = "N",
            defaultValue = "1",
            description = "Origins (default: ${DEFAULT-VALUE}).")
    private int windows;

    @Option(
            names = "--step",
            paramLabel = "N",
            description = "Steps between two origins (default: the horizon).")
    private Integer step;

    @Option(
            names = "--scale-season",
            paramLabel = "N",
            description =
                    "Lag of the scale of MASE, RMSSE and scaled pinball loss (default: the season; M4 scales weekly series by 1).")
    private Integer scaleSeason;

    @Option(
            names = "--models",
            paramLabel = "NAMES",
            defaultValue = SeriesForecaster.ALL,
            description =
                    "all (every model, then auto) or names, auto and zeros (nothing at all) among them (default: ${DEFAULT-VALUE}).")
    private String models;

    @Option(
            names = "--format",
            paramLabel = "FORM",
            defaultValue = "table",
            description = "table or json (default: ${DEFAULT-VALUE}).")
    private Form format;

    @Override
    public Integer call() throws Exception {
        boolean files = train != null && test != null;
        if ((input != null) == files || (train == null) != (test == null)) {
            throw new IllegalArgumentException(
                    "Either --input or both --train and --test must be given.\nMaybe --input with the whole series.");
        }
        Progress progress = talk.progress();
        ForecastRequest request = settings.request(files ? train : input, horizon, models);
        ForecastEvaluation evaluation =
                ForecastEvaluation.of(
                        request,
                        new Origins(
                                files ? 1 : windows,
                                step == null ? Math.max(1, horizon) : step,
                                scaleSeason == null ? request.season() : scaleSeason,
                                files ? settings.file(test) : null),
                        settings.parallelism(),
                        progress::say);
        ForecastSettings.warn(spec.commandLine().getErr(), evaluation.said());
        progress.say("Measured %,d series".formatted(evaluation.series()));
        AccuracyText text = new AccuracyText(evaluation.models());
        String result = format == Form.JSON ? text.json() : text.table();
        output.write(spec, out -> out.write(result));
        return 0;
    }
}
