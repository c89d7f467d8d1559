package io.quartermaster.pipelines.cli;

import io.quartermaster.domain.forecast.AccuracySummary;
import io.quartermaster.pipelines.forecast.ForecastEvaluation;
import io.quartermaster.pipelines.forecast.SeriesForecaster;
import io.quartermaster.udfs.forecast.ForecastBundle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
            names = "--season",
            paramLabel = "N",
            defaultValue = "7",
            description = "Steps of a season (default: ${DEFAULT-VALUE}).")
    private int season;

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
                    "all (every model, then auto) or names, auto among them (default: ${DEFAULT-VALUE}).")
    private String models;

    @Option(
            names = "--quantiles",
            split = ",",
            paramLabel = "Q",
            defaultValue = "0.1,0.5,0.9",
            description = "Levels between 0 and 1 (default: ${DEFAULT-VALUE}).")
    private double[] quantiles;

    @Option(
            names = "--model",
            paramLabel = "DIR",
            description = "Folder of a model that train lstm wrote.")
    private Path model;

    @Option(
            names = "--format",
            paramLabel = "FORM",
            defaultValue = "table",
            description = "table or json (default: ${DEFAULT-VALUE}).")
    private Form format;

    @Override
    public Integer call() throws IOException {
        Levels levels = new Levels(quantiles);
        ForecastEvaluation evaluation = evaluation();
        talk.progress().say("Measuring %,d windows".formatted(evaluation.windows()));
        evaluation.left().forEach(spec.commandLine().getErr()::println);
        AccuracyText text = new AccuracyText(measured(evaluation, levels));
        String result = format == Form.JSON ? text.json() : text.table();
        output.write(spec, out -> out.write(result));
        return 0;
    }

    private ForecastEvaluation evaluation() {
        boolean files = train != null && test != null;
        if ((input != null) == files || (train == null) != (test == null)) {
            throw new IllegalArgumentException(
                    "Either --input or both --train and --test must be given.\nMaybe --input with the whole series.");
        }
        return files
                ? ForecastEvaluation.of(train, test, horizon)
                : ForecastEvaluation.rolling(
                        input, horizon, windows, step == null ? horizon : step);
    }

    private List<AccuracySummary> measured(ForecastEvaluation evaluation, Levels levels) {
        if (model == null) {
            return measured(evaluation, levels, null);
        }
        try (ForecastBundle bundle = ForecastBundle.open(model)) {
            levels.check(bundle.options().quantiles());
            return measured(evaluation, levels, bundle);
        }
    }

    private List<AccuracySummary> measured(
            ForecastEvaluation evaluation, Levels levels, ForecastBundle bundle) {
        return evaluation.measure(
                new SeriesForecaster(horizon, season, levels.sorted(), bundle),
                models,
                new ForecastEvaluation.Measuring(
                        season, scaleSeason == null ? season : scaleSeason, levels.sorted()));
    }
}
