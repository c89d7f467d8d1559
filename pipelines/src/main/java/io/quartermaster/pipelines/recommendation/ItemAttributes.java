package io.quartermaster.pipelines.recommendation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quartermaster.domain.recommendation.model.Histories;
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
 * items, each with an array of attributes; either may be compressed by gzip. Items that nobody has
 * are passed over.
 */
public final class ItemAttributes {

    private ItemAttributes() {}

    /**
     * Reads a file.
     *
     * @return of each item, ascending numbers of its attributes
     */
    public static int[][] read(Path file, Histories histories) throws IOException {
        Map<String, Set<String>> byItem = new TreeMap<>();
        String name = file.getFileName().toString();
        if (name.endsWith(".json") || name.endsWith(".json.gz")) {
            readJson(file, byItem);
        } else {
            readTable(file, byItem);
        }
        Map<String, Integer> numbers = new TreeMap<>();
        byItem.values().forEach(own -> own.forEach(one -> numbers.put(one, 0)));
        int next = 0;
        for (Map.Entry<String, Integer> entry : numbers.entrySet()) {
            entry.setValue(next++);
        }
        int[][] attributes = new int[histories.items()][];
        for (int item = 0; item < attributes.length; item++) {
            Set<String> own = byItem.getOrDefault(histories.item(item), new TreeSet<>());
            attributes[item] = own.stream().mapToInt(numbers::get).toArray();
        }
        return attributes;
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
