package io.quartermaster.pipelines.embedded;

import io.quartermaster.domain.forecast.SequenceModelOptions;
import io.quartermaster.domain.forecast.TrainingReport;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.RunOptions;
import io.quartermaster.pipelines.forecast.ForecastOptions;
import io.quartermaster.pipelines.forecast.ForecastTrainer;
import io.quartermaster.pipelines.forecast.PriceCalendar;
import io.quartermaster.pipelines.forecast.TrainingCovariates;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.Configuration;

/** Provides the forecasting model of a run: trains it, or takes a trained one, or does without. */
final class ModelTraining {

    static final ConfigOption<Integer> WINDOWS =
            ConfigOptions.key("training.windows")
                    .intType()
                    .defaultValue(6000)
                    .withDescription(
                            "Training windows at most; of more, a part chosen by a hash is kept.");

    /**
     * What came of it.
     *
     * @param options tell the jobs where the model is, or that there is none
     * @param note why there is no model, empty if there is one
     */
    record Provided(Configuration options, String note) {

        private static Provided model(Path folder) {
            Configuration options = new Configuration();
            options.set(ForecastOptions.MODEL_FOLDER, folder.toString());
            return new Provided(options, "");
        }

        private static Provided none(String reason) {
            return new Provided(new Configuration(), "No LSTM took part" + reason);
        }
    }

    private ModelTraining() {}

    /** Trains on what the exchange holds, or checks. */
    static Provided provide(
            RunRequest.ModelSource source,
            Configuration configuration,
            RunExchange exchange,
            LocalDate tailStart,
            Path folder,
            Progress progress)
            throws IOException {
        if (source.folder() != null) {
            return Provided.model(source.folder());
        }
        if (!source.train()) {
            Provided without = Provided.none(", as --model none asked.");
            without.options().set(ForecastOptions.ENGINE, "none");
            return without;
        }
        if (configuration.get(ForecastOptions.ENGINE).equals("none")) {
            return Provided.none(", as forecast.engine=none asked.");
        }
        if (EngineReport.probe().choice("forecast").name().equals(EngineReport.NO_LSTM)) {
            return Provided.none(": " + EngineReport.probe().choice("forecast").reason());
        }
        SequenceModelOptions options =
                ForecastTrainer.options(
                        configuration.get(RunOptions.HORIZON_DAYS),
                        configuration.get(RunOptions.SEED));
        TrainingReport report =
                new ForecastTrainer(
                                options,
                                configuration.get(WINDOWS),
                                TrainingCovariates.ofJobs(
                                        PriceCalendar.read(configuration),
                                        TrainingCovariates.items(
                                                exchange.contents(Channels.ITEMS),
                                                exchange.contents(Channels.TEXTS))))
                        .train(
                                exchange.contents(Channels.DEMAND),
                                tailStart,
                                folder,
                                loss ->
                                        progress.say(
                                                "  epoch %d: training loss %.4f, validation loss %.4f"
                                                        .formatted(
                                                                loss.epoch(),
                                                                loss.training(),
                                                                loss.validation())));
        progress.say(
                "  %,d windows, model %s".formatted(report.trainingWindows(), report.version()));
        return Provided.model(folder);
    }
}
