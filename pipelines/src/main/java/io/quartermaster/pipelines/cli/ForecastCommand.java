package io.quartermaster.pipelines.cli;

import io.quartermaster.pipelines.embedded.OutputFile;
import io.quartermaster.pipelines.forecast.SeriesForecaster;
import io.quartermaster.pipelines.forecast.SeriesForecasts;
import io.quartermaster.udfs.forecast.ForecastBundle;
import java.io.BufferedWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Forecasts the series of a file. */
@Command(
        name = "forecast",
        description =
                "Forecast each series of a file (unique_id,ds,y or a run's demand table); steps go on from each series' last.")
final class ForecastCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private OutputSettings output;
    @Mixin private SeriesSettings columns;
    @Mixin private Talk talk;

    @Option(names = "--input", required = true, paramLabel = "FILE", description = "CSV, or .gz.")
    private Path input;

    @Option(
            names = "--horizon",
            required = true,
            paramLabel = "N",
            description = "Steps to forecast.")
    private int horizon;

    @Option(
            names = "--frequency",
            defaultValue = "",
            paramLabel = "D",
            description =
                    "Distance of steps: D, W, M, Q, Y, H, min or S, with a count before it (default: each series' own).")
    private String frequency;

    @Option(
            names = "--season",
            defaultValue = "7",
            paramLabel = "N",
            description = "Steps of a season (default: ${DEFAULT-VALUE}).")
    private int season;

    @Option(
            names = "--models",
            defaultValue = SeriesForecaster.AUTO,
            paramLabel = "NAMES",
            description =
                    "auto (one of seasonal_naive, regression and lstm per series, by its own last steps), all, or names: these and ets, theta, arima, croston, sba, tsb, intermittent (default: ${DEFAULT-VALUE}).")
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

    @Override
    public Integer call() throws Exception {
        Levels levels = new Levels(quantiles);
        if (output.given()) {
            try (OutputFile file = output.file()) {
                SeriesForecasts forecasts = forecasts(levels);
                try (BufferedWriter writer = Files.newBufferedWriter(file.path())) {
                    forecasts.write(writer);
                }
                file.commit();
            }
            return 0;
        }
        StringWriter text = new StringWriter();
        try (BufferedWriter writer = new BufferedWriter(text)) {
            forecasts(levels).write(writer);
        }
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
        return 0;
    }

    private SeriesForecasts forecasts(Levels levels) {
        if (model == null) {
            return told(forecasts(levels, null));
        }
        try (ForecastBundle bundle = ForecastBundle.open(model)) {
            levels.check(bundle.options().quantiles());
            return told(forecasts(levels, bundle));
        }
    }

    private SeriesForecasts forecasts(Levels levels, ForecastBundle bundle) {
        return new SeriesForecasts(
                input,
                columns.columns(),
                new SeriesForecaster(horizon, season, levels.sorted(), bundle),
                models,
                frequency,
                levels.sorted());
    }

    private SeriesForecasts told(SeriesForecasts forecasts) {
        talk.progress()
                .say("Forecast %d series: %s".formatted(forecasts.size(), forecasts.byModel()));
        return forecasts;
    }
}
