package io.quartermaster.pipelines.cli;

import io.quartermaster.domain.forecast.EpochLoss;
import io.quartermaster.domain.forecast.LossEvents;
import io.quartermaster.pipelines.embedded.Progress;
import io.quartermaster.pipelines.event.JsonCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Tells the losses of every epoch, as they come and in a file. */
record EpochLosses(Progress progress) {

    static final String FILE = "training.json";
    static final String EVENTS = "events";

    void tell(EpochLoss loss) {
        progress.say(
                String.format(
                        Locale.ROOT,
                        "epoch %d: training loss %.6f, validation loss %.6f, %.1f s",
                        loss.epoch(),
                        loss.training(),
                        loss.validation(),
                        loss.seconds()));
    }

    /** Writes a report of training beside its model. */
    static void write(Object report, Path folder) throws IOException {
        write(report, folder, FILE);
    }

    /** The same in a file of another name. */
    static void write(Object report, Path folder, String file) throws IOException {
        Files.writeString(
                folder.resolve(file),
                JsonCodec.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(report));
    }

    /** Writes the curves for TensorBoard: {@code tensorboard --logdir DIR/events}. */
    static void writeEvents(List<EpochLoss> losses, Path folder) throws IOException {
        Path events = folder.resolve(EVENTS);
        write(losses, EpochLoss::training, events.resolve("train"));
        write(losses, EpochLoss::validation, events.resolve("validation"));
    }

    private static void write(
            List<EpochLoss> losses, ToDoubleFunction<EpochLoss> which, Path folder)
            throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve(LossEvents.FILE), LossEvents.of(losses, which));
    }
}
