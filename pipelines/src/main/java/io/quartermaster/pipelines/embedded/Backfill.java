package io.quartermaster.pipelines.embedded;

import io.quartermaster.pipelines.event.FileExchange;
import io.quartermaster.pipelines.event.RawInput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** The whole loop over history in files; channels are files too. */
public final class Backfill {

    private static final String WORK = "work";

    private Backfill() {}

    /**
     * Runs and makes the output appear.
     *
     * @param clock tells from when on an event lies in the future
     */
    public static RunSummary run(
            RunRequest request,
            List<RawInput> inputs,
            OutputFolder output,
            Progress progress,
            Clock clock)
            throws Exception {
        InputFacts.into(request.options(), inputs, request.from() == null, clock.instant());
        Path work = Files.createDirectory(output.path().resolve(WORK));
        FileExchange files = new FileExchange(work.resolve("channels"), inputs, request.zone());
        RunSummary summary =
                new EmbeddedRun(request, new FileRunExchange(files), output.path(), work, progress)
                        .carryOut();
        FileTree.delete(work);
        output.commit();
        return summary;
    }
}
