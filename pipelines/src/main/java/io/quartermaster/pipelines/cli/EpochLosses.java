package io.quartermaster.pipelines.cli;

import io.quartermaster.domain.forecast.EpochLoss;
import io.quartermaster.pipelines.embedded.Progress;
import io.quartermaster.pipelines.event.JsonCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Tells the losses of every epoch, as they come and in a file. */
record EpochLosses(Progress progress) {

    static final String FILE = "training.json";

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
        Files.writeString(
                folder.resolve(FILE),
                JsonCodec.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(report));
    }
}
