package io.quartermaster.pipelines.recommendation;

import io.quartermaster.domain.recommendation.live.DescribedItem;
import io.quartermaster.domain.text.Words;
import io.quartermaster.pipelines.event.CsvTable;
import io.quartermaster.pipelines.similarity.VectorTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads a catalogue as the job {@code recommendation} sees it: {@code brand}, {@code category}, and
 * words in {@code title}, {@code name} and {@code description}; vectors come in tables beside it.
 */
public final class DescribedItemFile {

    private static final String ITEM = "item";
    private static final List<String> OF_WORDS = List.of("title", "name", "description");

    private DescribedItemFile() {}

    /**
     * Reads the files.
     *
     * @param vectors tables, by modality
     * @throws IllegalArgumentException when a file cannot be read as such, or an item comes twice
     */
    public static SortedMap<String, DescribedItem> read(Path items, Map<String, Path> vectors)
            throws IOException {
        Map<String, Map<String, float[]>> byItem = vectors(vectors);
        SortedMap<String, DescribedItem> read = new TreeMap<>();
        try (CsvTable table = CsvTable.open(items, ITEM)) {
            while (table.next()) {
                String item = table.name(ITEM);
                DescribedItem described =
                        new DescribedItem(
                                text(table, "brand"),
                                text(table, "category"),
                                words(table),
                                byItem.getOrDefault(item, Map.of()));
                if (read.put(item, described) != null) {
                    throw table.wrong("Its item (%s) came before.".formatted(item));
                }
            }
        }
        return read;
    }

    private static Map<String, Map<String, float[]>> vectors(Map<String, Path> files)
            throws IOException {
        Map<String, Map<String, float[]>> byItem = new HashMap<>();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            VectorTable.read(file.getValue())
                    .byId()
                    .forEach(
                            (item, vector) ->
                                    byItem.computeIfAbsent(item, none -> new HashMap<>())
                                            .put(file.getKey(), vector));
        }
        return byItem;
    }

    private static List<String> words(CsvTable table) {
        List<String> words = new ArrayList<>();
        for (String column : OF_WORDS) {
            words.addAll(Words.of(text(table, column)));
        }
        return words;
    }

    private static String text(CsvTable table, String column) {
        return table.has(column) ? table.text(column).strip() : "";
    }
}
