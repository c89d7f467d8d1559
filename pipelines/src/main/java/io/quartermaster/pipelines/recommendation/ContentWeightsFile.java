package io.quartermaster.pipelines.recommendation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quartermaster.domain.recommendation.live.ContentWeights;
import io.quartermaster.pipelines.event.JsonCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What modalities count, in the folder that {@code train content} writes. */
public final class ContentWeightsFile {

    private static final String NAME = "content.json";

    private ContentWeightsFile() {}

    /** Writes them. */
    public static void write(ContentWeights weights, Path folder) throws IOException {
        Files.writeString(
                folder.resolve(NAME),
                JsonCodec.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(weights));
    }

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException when the folder holds none, or they are damaged
     */
    public static ContentWeights read(Path folder) {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(
                    "The folder (%s) holds no weights of content.\nMaybe let 'train content' write them."
                            .formatted(folder));
        }
        try {
            JsonNode tree = JsonCodec.mapper().readTree(Files.readString(file));
            Map<String, Double> vectors = new TreeMap<>();
            tree.path("vectors")
                    .fields()
                    .forEachRemaining(one -> vectors.put(one.getKey(), number(one.getValue())));
            return new ContentWeights(
                    number(tree.path("brand")),
                    number(tree.path("category")),
                    number(tree.path("words")),
                    vectors);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The file (%s) is damaged: %s\nMaybe let 'train content' write it anew."
                            .formatted(file, e.getMessage()),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("The file cannot be read: " + file, e);
        }
    }

    private static double number(JsonNode node) {
        return node.isNumber() ? node.doubleValue() : Double.NaN;
    }
}
