package io.quartermaster.pipelines.recommendation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quartermaster.pipelines.event.CsvTable;
import io.quartermaster.pipelines.event.JsonCodec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/**
 * Attributes of items: a table {@code item,attribute} with a line for each, or a JSON object of
 * items, each with an array of attributes; either may be compressed by gzip.
 */
final class ItemAttributes {

    private ItemAttributes() {}

    /** Attributes by item, in the order of names. */
    static Map<String, Set<String>> read(Path file) throws IOException {
        Map<String, Set<String>> byItem = new TreeMap<>();
        String name = file.getFileName().toString();
        if (name.endsWith(".json") || name.endsWith(".json.gz")) {
            readJson(file, byItem);
        } else {
            readTable(file, byItem);
        }
        return byItem;
    }

    private static void readTable(Path file, Map<String, Set<String>> byItem) throws IOException {
        try (CsvTable table = CsvTable.open(file, "item", "attribute")) {
            while (table.next()) {
                byItem.computeIfAbsent(table.name("item"), item -> new TreeSet<>())
                        .add(table.name("attribute"));
            }
        }
    }

    private static void readJson(Path file, Map<String, Set<String>> byItem) throws IOException {
        try (InputStream in = open(file)) {
            JsonNode all = JsonCodec.mapper().readTree(in);
            if (!all.isObject()) {
                throw new IllegalArgumentException(
                        "The file (%s) must hold one JSON object of items.".formatted(file));
            }
            all.fields()
                    .forEachRemaining(
                            item -> {
                                Set<String> own = new TreeSet<>();
                                item.getValue().forEach(one -> own.add(one.asText()));
                                byItem.put(item.getKey(), own);
                            });
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "The file (%s) is not JSON: %s.\nMaybe it was cut off."
                            .formatted(file, e.getOriginalMessage()),
                    e);
        }
    }

    private static InputStream open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(
                    "The file (%s) is not there.\nMaybe another name.".formatted(file));
        }
        InputStream in = Files.newInputStream(file);
        return file.getFileName().toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
    }
}
