package io.quartermaster.pipelines.cli;

import io.quartermaster.pipelines.embedded.OutputFile;
import io.quartermaster.pipelines.embedded.Progress;
import io.quartermaster.pipelines.forecast.series.ForecastRequest;
import io.quartermaster.pipelines.forecast.series.SeriesForecaster;
import io.quartermaster.pipelines.forecast.series.SeriesForecasts;
import java.io.BufferedWriter;
import java.io.Writer;
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
    @Mixin private ForecastSettings settings;
    @Mixin private Talk talk;

    @Option(names = "--input", required = true, paramLabel = "FILE", description = "CSV, or .gz.")
    private Path input;

    @Option(
            names = "--horizon",
            paramLabel = "N",
            description =
                    "Steps to forecast; a series with rows that have covariates and no value after its last is forecast for these.")
    private Integer horizon;

    @Option(
            names = "--models",
            defaultValue = SeriesForecaster.AUTO,
            paramLabel = "NAMES",
            description =
                    "auto (the models of each series put together, weighted by its own last steps), all, or names: seasonal_naive, regression, lstm, ets, theta, arima, croston, sba, tsb, intermittent, adjusted_ets, adjusted_theta, adjusted_arima (default: ${DEFAULT-VALUE}).")
    private String models;

    @Override
    public Integer call() throws Exception {
        if (horizon != null && horizon < 1) {
            throw new IllegalArgumentException(
                    "The horizon (%d) must be 1 or more steps.".formatted(horizon));
        }
        ForecastRequest request = settings.request(input, horizon == null ? 0 : horizon, models);
        if (!output.given()) {
            forecast(request, spec.commandLine().getOut());
            spec.commandLine().getOut().flush();
            return 0;
        }
        try (OutputFile file = output.file()) {
            try (BufferedWriter writer = Files.newBufferedWriter(file.path())) {
                forecast(request, writer);
            }
            file.commit();
        }
        return 0;
    }

    private void forecast(ForecastRequest request, Writer out) throws Exception {
        Progress progress = talk.progress();
        try (SeriesForecasts forecasts =
                SeriesForecasts.of(request, settings.parallelism(), progress::say)) {
            ForecastSettings.warn(spec.commandLine().getErr(), forecasts.run().said());
            forecasts.write(out);
            progress.say(
                    "Forecast %,d series: %s"
                            .formatted(forecasts.run().size(), forecasts.run().byModel()));
        }
    }
}
