package io.quartermaster.pipelines.cli;

import io.quartermaster.domain.recommendation.model.HeldOut;
import io.quartermaster.domain.recommendation.model.Histories;
import io.quartermaster.domain.recommendation.model.SearchSettings;
import io.quartermaster.domain.recommendation.model.SearchSettings.Holding;
import io.quartermaster.pipelines.recommendation.ItemAttributes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** What recommend and evaluate recommend both take. */
public final class RecommendSettings {

    /** Share of the heap that the closed form may take. */
    private static final double MEMORY_SHARE = 0.4;

    private static final int TUNED_LIST = 10;

    @Option(
            names = "--exclude-seen",
            paramLabel = "auto|true|false",
            defaultValue = "auto",
            description =
                    "Leave out what a user has (default: ${DEFAULT-VALUE}: unless a fifth of the lines repeat an earlier pair).")
    private String excludeSeen;

    @Option(
            names = "--neighbours",
            paramLabel = "N",
            defaultValue = "50",
            description =
                    "Nearest neighbours that count in item-cf and user-cf (default: ${DEFAULT-VALUE}).")
    private int neighbours;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of what is drawn (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--attributes",
            paramLabel = "FILE",
            description =
                    "Attributes of items, a table item,attribute or a JSON object of items: auto then counts likeness too.")
    private Path attributes;

    /** Numbers of the attributes of each item; null where none are given. */
    int[][] attributes(Histories histories) throws IOException {
        return attributes == null ? null : ItemAttributes.read(attributes, histories);
    }

    long seed() {
        return seed;
    }

    /** Whether what a user has is left out, given what the file says where nobody asked. */
    boolean excludeSeen(boolean otherwise) {
        String wanted = excludeSeen.toLowerCase(Locale.ROOT);
        if (!List.of("auto", "true", "false").contains(wanted)) {
            throw new IllegalArgumentException(
                    "The value (%s) of --exclude-seen is not possible.\nMaybe one of: auto, true, false."
                            .formatted(excludeSeen));
        }
        return wanted.equals("auto") ? otherwise : Boolean.parseBoolean(wanted);
    }

    /** How models are chosen. */
    SearchSettings search(
            boolean exclude,
            boolean ordered,
            HeldOut heldOut,
            Holding holding,
            int[][] known,
            Consumer<String> say) {
        return new SearchSettings(
                neighbours,
                TUNED_LIST,
                exclude,
                ordered,
                heldOut,
                holding,
                known,
                (long) (MEMORY_SHARE * Runtime.getRuntime().maxMemory()),
                seed,
                say);
    }
}
