package io.quartermaster.pipelines.cli;

import io.quartermaster.domain.engine.EngineChoice;
import io.quartermaster.domain.recommendation.content.ItemContent;
import io.quartermaster.domain.recommendation.model.HeldOut;
import io.quartermaster.domain.recommendation.model.SearchSettings;
import io.quartermaster.domain.recommendation.model.SearchSettings.Holding;
import io.quartermaster.domain.similarity.SimilarityEngines;
import io.quartermaster.domain.similarity.SimilaritySettings;
import io.quartermaster.pipelines.recommendation.ItemContents;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
            names = "--items",
            paramLabel = "FILE",
            description =
                    "The catalogue: item, words in title, name or description, attributes in all other columns. With any of these three, auto counts likeness of content, and items that nobody has yet are recommended too.")
    private Path items;

    @Option(
            names = "--attributes",
            paramLabel = "FILE",
            description =
                    "Attributes of items, a table item,attribute or a JSON object of items with arrays.")
    private Path attributes;

    @Option(
            names = "--vectors",
            paramLabel = "NAME=FILE",
            description =
                    "Vectors of items from elsewhere, for example image=FILE: a table of ids and numbers. May be given again.")
    private Map<String, Path> vectors = new TreeMap<>();

    @Option(
            names = "--engine",
            paramLabel = "auto|cuda|vector|panel|scalar",
            defaultValue = EngineChoice.AUTO,
            description =
                    "Similarity engine that finds neighbours of item-cf and content (default: ${DEFAULT-VALUE}).")
    private String engine;

    /** What the catalogue says of items. */
    ItemContents contents() throws IOException {
        return ItemContents.read(
                Optional.ofNullable(items), Optional.ofNullable(attributes), vectors);
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
            Optional<ItemContent> known,
            Consumer<String> say) {
        return new SearchSettings(
                neighbours,
                similarity(),
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

    /** On all cores. One that is unknown, or asked for and not there, is refused. */
    SimilaritySettings similarity() {
        return SimilaritySettings.of(SimilarityEngines.choose(engine).name()).withThreads(0);
    }
}
