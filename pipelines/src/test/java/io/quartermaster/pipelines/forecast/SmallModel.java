package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.event.generator.MarketplaceOptions;
import io.quartermaster.domain.forecast.SequenceModelOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** A small marketplace, and a small model trained on what lies before its tail. */
public final class SmallModel {

    static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    static final int DAYS = 140;
    static final LocalDate TAIL = FIRST.plusDays(110);
    static final PlanDays PLAN =
            new PlanDays(TAIL.toEpochDay(), 7, FIRST.plusDays(DAYS - 1L).toEpochDay());
    public static final int HORIZON = 5;
    static final List<DemandWindow> WINDOWS =
            GeneratedWindows.of(new MarketplaceOptions(3, 9, 2, 200, DAYS, 3, FIRST, 0));

    private static Path folder;

    private SmallModel() {}

    /** The model's folder; trained on first use. */
    static synchronized Path folder() {
        if (folder == null) {
            try {
                folder = Files.createTempDirectory("small-model");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            folder.toFile().deleteOnExit();
            new ForecastTrainer(training(), 600).train(WINDOWS, TAIL, folder, loss -> {});
        }
        return folder;
    }

    /**
     * Writes a model of the same shape with the weights that its seed gives, which are the same on
     * every machine: it is trained with a learning rate of 0.
     */
    public static void writeUntrained(Path folder) throws IOException {
        new ForecastTrainer(training(0), 600).train(WINDOWS, TAIL, folder, loss -> {});
    }

    static SequenceModelOptions training() {
        return training(ForecastTrainer.options(HORIZON, 1).training().learningRate());
    }

    private static SequenceModelOptions training(double learningRate) {
        SequenceModelOptions whole = ForecastTrainer.options(HORIZON, 1);
        return whole.with(whole.shape().sized(8, 1))
                .with(whole.training().paced(learningRate, 1).split(0, 64));
    }

    static ForecastOptions options(int bundleSize) {
        return new ForecastOptions("lstm", folder().toString(), bundleSize, 28, HORIZON, PLAN);
    }

    static ForecastOptions withoutModel() {
        return new ForecastOptions("none", "", 16, 28, HORIZON, PLAN);
    }
}
