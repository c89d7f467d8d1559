package io.quartermaster.pipelines.cli;

import io.quartermaster.pipelines.forecast.series.CovariateColumns;
import io.quartermaster.pipelines.forecast.series.ForecastRequest;
import io.quartermaster.pipelines.forecast.series.SeriesFile;
import io.quartermaster.udfs.forecast.ForecastBundle;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How the series of a file are read and modelled. */
final class ForecastSettings {

    private static final int SHOWN = 20;

    /** What a step without a row means. */
    enum Gaps {
        UNKNOWN,
        ZERO
    }

    @Mixin private SeriesSettings columns;

    @Option(
            names = "--frequency",
            defaultValue = "",
            paramLabel = "D",
            description =
                    "Distance of steps: D, W, M, Q, Y, H, min or S, with a count before it (default: each series' own).")
    private String frequency;

    @Option(
            names = "--gaps",
            defaultValue = "unknown",
            paramLabel = "MEANING",
            description =
                    "What a step without a row had: unknown or zero (default: ${DEFAULT-VALUE}).")
    private Gaps gaps;

    @Option(
            names = "--season",
            paramLabel = "N",
            description =
                    "Steps of a season (default: 24 of hours, 7 of days, 52 of weeks, 12 of months, 4 of quarters; searched for where steps are only numbered).")
    private Integer season;

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
            names = "--covariates",
            split = ",",
            paramLabel = "COLUMN",
            description =
                    "Further columns that are known ahead; price and promotion are so without being named.")
    private List<String> covariates = new ArrayList<>();

    @Option(
            names = "--mask",
            split = ",",
            paramLabel = "COLUMN",
            description = "Covariates to leave out, as if the file had none of them.")
    private List<String> masked = new ArrayList<>();

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            defaultValue = "2",
            description = "Subtasks of each operator (default: ${DEFAULT-VALUE}).")
    private int parallelism;

    int parallelism() {
        if (parallelism < 1 || parallelism > 128) {
            throw new IllegalArgumentException(
                    "The parallelism (%d) must lie within 1 and 128.\nMaybe --parallelism 2."
                            .formatted(parallelism));
        }
        return parallelism;
    }

    ForecastRequest request(Path input, int horizon, String models) {
        Levels levels = new Levels(quantiles);
        if (model != null) {
            try (ForecastBundle bundle = ForecastBundle.open(model)) {
                levels.check(bundle.options().quantiles());
            }
        }
        SeriesFile file = file(input);
        return new ForecastRequest(
                file,
                horizon,
                season == null ? file.season() : season,
                levels.sorted(),
                models,
                model == null ? "" : model.toAbsolutePath().toString());
    }

    SeriesFile file(Path input) {
        return new SeriesFile(
                input.toString(),
                columns.columns(),
                new CovariateColumns(covariates, masked),
                frequency,
                gaps == Gaps.ZERO);
    }

    /** Says what had to be done to series; of many, how many more. */
    static void warn(PrintWriter error, List<String> said) {
        said.stream().limit(SHOWN).forEach(error::println);
        if (said.size() > SHOWN) {
            error.printf("… and %,d more of the kind.%n", said.size() - SHOWN);
        }
        error.flush();
    }
}
