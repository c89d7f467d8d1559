package io.quartermaster.pipelines.cli;

import io.quartermaster.pipelines.embedded.OutputFolder;
import io.quartermaster.pipelines.forecast.CampaignFiles;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures what campaigns added, and hands on demand without them. */
@Command(
        name = "lift",
        description = {
            "Measure what campaigns with brands added to the units sold, against a forecast without campaign, with an interval (lift.csv).",
            "base.csv is each brand's demand clean of campaigns, as 'forecast' takes it."
        })
final class LiftCommand implements Callable<Integer> {

    @Option(
            names = "--input",
            paramLabel = "FILE",
            required = true,
            description =
                    "unique_id,ds,y with brands as ids, or a run's demand table together with --items.")
    private Path input;

    @Option(
            names = "--campaigns",
            paramLabel = "FILE",
            required = true,
            description = "campaign,brand,from,to: the first and last day or step, both included.")
    private Path campaigns;

    @Option(
            names = "--items",
            paramLabel = "FILE",
            description = "item,brand: whose brand each item of a demand table is.")
    private Path items;

    @Option(
            names = "--season",
            defaultValue = "7",
            description = "Steps of a season, 1 for none (default: ${DEFAULT-VALUE}).")
    private int season;

    @Option(
            names = "--level",
            defaultValue = "0.8",
            description = "How often the interval holds the lift (default: ${DEFAULT-VALUE}).")
    private double level;

    @Mixin private OutputSettings output;
    @Mixin private Talk talk;

    @Override
    public Integer call() throws Exception {
        CampaignFiles files = CampaignFiles.read(input, items, campaigns);
        try (OutputFolder folder = output.folder()) {
            files.write(folder.path(), season, level);
            folder.commit();
            talk.progress().say("Lifts written to %s".formatted(folder.place()));
        }
        return 0;
    }
}
