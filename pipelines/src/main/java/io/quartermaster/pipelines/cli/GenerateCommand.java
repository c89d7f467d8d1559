package io.quartermaster.pipelines.cli;

import io.quartermaster.domain.event.generator.MarketplaceOptions;
import io.quartermaster.pipelines.embedded.OutputFolder;
import io.quartermaster.pipelines.event.MarketplaceFiles;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a generated marketplace as files that {@code backfill --events} reads. */
@Command(
        name = "generate",
        description =
                "Write a generated marketplace as event files, in the form that --events reads.")
final class GenerateCommand implements Callable<Integer> {

    @Option(
            names = "--brands",
            paramLabel = "N",
            defaultValue = "12",
            description = "Number of brands; the first is Nordlicht (default: ${DEFAULT-VALUE}).")
    private int brands;

    @Option(
            names = "--skus",
            paramLabel = "N",
            defaultValue = "96",
            description = "Number of items (default: ${DEFAULT-VALUE}).")
    private int skus;

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "420",
            description = "Number of days from 2024-01-01 on (default: ${DEFAULT-VALUE}).")
    private int days;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of everything that draws (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--no-campaigns",
            description = "Run no campaigns with the brands; nothing else changes.")
    private boolean noCampaigns;

    @Option(
            names = "--action-effect",
            paramLabel = "SHARE",
            defaultValue = "0",
            description =
                    "Some brands act in the middle of the days, and what they do cuts a bad rate by this share, 0 to 1; 0: none acts (default: ${DEFAULT-VALUE}).")
    private double actionEffect;

    @Option(
            names = "--shown-effect",
            paramLabel = "POWER",
            defaultValue = "0",
            description =
                    "Items are shown to visitors for some days each, which multiplies their demand by (1 + shown)^POWER, 0 to 1; 0: none is shown (default: ${DEFAULT-VALUE}).")
    private double shownEffect;

    @Mixin private OutputSettings output;
    @Mixin private Talk talk;

    @Override
    public Integer call() throws Exception {
        MarketplaceOptions options =
                MarketplaceOptions.defaults()
                        .withSize(brands, skus, days)
                        .withSeed(seed)
                        .withCampaigns(!noCampaigns)
                        .withActionEffect(actionEffect)
                        .withShownEffect(shownEffect);
        try (OutputFolder folder = output.folder()) {
            talk.progress()
                    .say(
                            "Generating %d brands, %d items, %d days from seed %d"
                                    .formatted(brands, skus, days, seed));
            long records = MarketplaceFiles.write(options, folder.path());
            folder.commit();
            talk.progress().say("Wrote %,d records to %s".formatted(records, folder.place()));
        }
        return 0;
    }
}
