package io.quartermaster.pipelines.cli;

import io.quartermaster.domain.forecast.DemandCovariate;
import io.quartermaster.domain.forecast.SequenceModelOptions;
import io.quartermaster.domain.forecast.SequenceTraining;
import io.quartermaster.domain.forecast.TrainingReport;
import io.quartermaster.pipelines.embedded.OutputFolder;
import io.quartermaster.pipelines.forecast.BasicTraining;
import io.quartermaster.pipelines.forecast.SeriesTraining;
import io.quartermaster.pipelines.forecast.TrainingCovariates;
import io.quartermaster.pipelines.forecast.TrainingSearch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains one LSTM on all series of a file. */
@Command(
        name = "lstm",
        description = {
            "Train one LSTM on all series of a file (unique_id,ds,y or a run's demand table); validation is the end of the time.",
            "--profile basic is the plainest form: a file of date and sales, weekday and lags as 6 inputs, the last step to one output, squared error."
        })
final class TrainLstmCommand implements Callable<Integer> {

    private static final String DEMAND = "demand";
    private static final String BASIC = "basic";
    private static final String SQUARED = "mse";
    private static final int BATCH = 128;

    @Mixin private OutputSettings output;
    @Mixin private SeriesSettings columns;
    @Mixin private TrainingSettings training;
    @Mixin private Talk talk;

    @Option(names = "--input", required = true, paramLabel = "FILE", description = "CSV, or .gz.")
    private Path input;

    @Option(
            names = "--profile",
            defaultValue = DEMAND,
            description =
                    "demand: the model of the jobs; basic: the plainest one (default: ${DEFAULT-VALUE}).")
    private String profile;

    @Option(
            names = "--horizon",
            defaultValue = "14",
            description =
                    "Steps that it forecasts (default: ${DEFAULT-VALUE}); basic forecasts one, and from it the next.")
    private int horizon;

    @Option(
            names = "--loss",
            defaultValue = "",
            description = "mse, pinball or negative-binomial (default: pinball, of basic mse).")
    private String loss;

    @Option(
            names = "--layers",
            defaultValue = "1",
            description =
                    "Recurrent layers, 1 to 3, each adding to the one below (default: ${DEFAULT-VALUE}).")
    private int layers;

    @Option(
            names = "--patience",
            defaultValue = "0",
            description =
                    "Epochs without a lower validation loss after which it stops, 0: never (default: ${DEFAULT-VALUE}).")
    private int patience;

    @Option(
            names = "--windows",
            defaultValue = "40000",
            description =
                    "Windows to learn from at most (default: ${DEFAULT-VALUE}); basic takes all.")
    private int windows;

    @Option(
            names = "--ahead",
            description =
                    "Price and promotion of the steps ahead will be known: a file to forecast goes on with rows whose value is empty.")
    private boolean ahead;

    @Option(
            names = "--mask",
            split = ",",
            paramLabel = "COVARIATE",
            description =
                    "What the model does without, to see what it is worth: calendar, price, promotion, stock, views, carts.")
    private List<String> masked = List.of();

    @Option(
            names = "--search",
            description =
                    "Search learning rate, hidden size and layers by short trainings first; the best is trained in full.")
    private boolean search;

    @Override
    public Integer call() throws Exception {
        if (!profile.equals(DEMAND) && !profile.equals(BASIC)) {
            throw new IllegalArgumentException(
                    "The profile (%s) is not known.\nMaybe one of: %s, %s."
                            .formatted(profile, DEMAND, BASIC));
        }
        try (OutputFolder folder = output.folder()) {
            TrainingReport report =
                    profile.equals(BASIC) ? basic(folder.path()) : demand(folder.path());
            EpochLosses.write(report, folder.path());
            EpochLosses.writeEvents(report.losses(), folder.path());
            folder.commit();
            talk.progress()
                    .say(
                            "Model %s of epoch %d written to %s"
                                    .formatted(
                                            report.version(), report.bestEpoch(), folder.place()));
        }
        return 0;
    }

    private TrainingReport demand(Path folder) throws IOException {
        TrainingCovariates covariates =
                new TrainingCovariates(ahead, DemandCovariate.named(masked));
        SeriesTraining series = new SeriesTraining(input, columns.columns());
        talk.progress().say("Training on %,d values".formatted(series.size()));
        SequenceTraining how =
                new SequenceTraining(
                        loss.isEmpty() ? "pinball" : loss,
                        training.optimizer(),
                        training.learningRate(),
                        true,
                        1,
                        training.epochs(),
                        patience,
                        BATCH,
                        training.validation(),
                        training.seed());
        SequenceModelOptions options =
                SeriesTraining.options(horizon, training.hidden(), layers, how);
        return trained(
                options,
                folder,
                (asked, into, progress) ->
                        series.train(asked, windows, covariates, into, progress));
    }

    private TrainingReport basic(Path folder) throws IOException {
        if (ahead || !masked.isEmpty()) {
            throw new IllegalArgumentException(
                    "The profile basic has no covariates, so --ahead and --mask mean nothing to it.\nMaybe without --profile basic.");
        }
        if (!loss.isEmpty() && !loss.equals(SQUARED)) {
            throw new IllegalArgumentException(
                    "The profile basic learns by squared error, not by (%s).\nMaybe without --profile basic."
                            .formatted(loss));
        }
        BasicTraining series = new BasicTraining(input, columns.columns());
        talk.progress().say("Training on %,d days".formatted(series.size()));
        SequenceModelOptions options =
                BasicTraining.options(
                        training.hidden(),
                        layers,
                        training.optimizer(),
                        training.learningRate(),
                        training.epochs(),
                        patience,
                        training.validation(),
                        training.seed());
        return trained(options, folder, series::train);
    }

    private TrainingReport trained(SequenceModelOptions given, Path folder, TrainingSearch.Run run)
            throws IOException {
        SequenceModelOptions options = given;
        if (search) {
            TrainingSearch trials = new TrainingSearch(run, this::tell);
            options = trials.best(given, folder.resolve("search"));
            EpochLosses.write(trials.trials(), folder, "search.json");
            talk.progress()
                    .say(
                            String.format(
                                    Locale.ROOT,
                                    "Best: learning rate %.5f, hidden %d, layers %d",
                                    options.training().learningRate(),
                                    options.hidden(),
                                    options.shape().layers()));
        }
        return run.train(options, folder, new EpochLosses(talk.progress())::tell);
    }

    private void tell(TrainingSearch.Trial trial) {
        talk.progress()
                .say(
                        String.format(
                                Locale.ROOT,
                                "round %d: learning rate %.5f, hidden %3d, layers %d, %2d epochs: validation loss %.6f, %.1f s",
                                trial.round(),
                                trial.learningRate(),
                                trial.hidden(),
                                trial.layers(),
                                trial.epochs(),
                                trial.validation(),
                                trial.seconds()));
    }
}
