package io.quartermaster.pipelines.recommendation;

import io.quartermaster.domain.recommendation.content.ItemContent;
import io.quartermaster.domain.recommendation.content.Modality;
import io.quartermaster.domain.recommendation.content.TermModality;
import io.quartermaster.domain.text.Words;
import io.quartermaster.pipelines.event.CsvTable;
import io.quartermaster.pipelines.similarity.VectorTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a catalogue says of its items: a table with words and attributes, and tables of vectors.
 *
 * <p>In the table {@code title}, {@code name} and {@code description} hold words; every other
 * column but {@code item} holds attributes, several of them parted by a bar; a number is an
 * attribute by its size, two steps to each doubling.
 */
public final class ItemContents {

    /** Numbers of a vector of words or attributes. */
    private static final int TERM_SIZE = 256;

    private static final String ITEM = "item";
    private static final Set<String> OF_WORDS = Set.of("title", "name", "description");
    private static final Pattern BAR = Pattern.compile("\\|");

    private final Map<String, List<String>> words = new HashMap<>();
    private final Map<String, List<String>> attributes = new HashMap<>();
    private final Map<String, Map<String, float[]>> vectors = new LinkedHashMap<>();

    private ItemContents() {}

    /**
     * Reads the files.
     *
     * @param items the table, if there is one
     * @param more attributes, if there are any: see {@link ItemAttributes}
     * @param tables of vectors, by the modality that they are
     * @throws IllegalArgumentException when a file cannot be read as such, or an item comes twice
     */
    public static ItemContents read(
            Optional<Path> items, Optional<Path> more, Map<String, Path> tables)
            throws IOException {
        ItemContents contents = new ItemContents();
        if (items.isPresent()) {
            contents.readItems(items.get());
        }
        if (more.isPresent()) {
            ItemAttributes.read(more.get())
                    .forEach(
                            (item, own) -> {
                                contents.words.computeIfAbsent(item, i -> new ArrayList<>());
                                contents.attributes
                                        .computeIfAbsent(item, i -> new ArrayList<>())
                                        .addAll(own);
                            });
        }
        for (Map.Entry<String, Path> entry : tables.entrySet()) {
            contents.vectors.put(entry.getKey(), VectorTable.read(entry.getValue()).byId());
        }
        return contents;
    }

    private void readItems(Path file) throws IOException {
        try (CsvTable table = CsvTable.open(file, ITEM)) {
            while (table.next()) {
                String item = table.name(ITEM);
                if (words.put(item, new ArrayList<>()) != null) {
                    throw table.wrong("Its item (%s) came before.".formatted(item));
                }
                attributes.put(item, new ArrayList<>());
                for (String column : table.header()) {
                    String text = table.text(column).strip();
                    if (OF_WORDS.contains(column)) {
                        words.get(item).addAll(Words.of(text));
                    } else if (!column.equals(ITEM) && !text.isEmpty()) {
                        BAR.splitAsStream(text)
                                .map(value -> attribute(column, value.strip()))
                                .forEach(attributes.get(item)::add);
                    }
                }
            }
        }
    }

    private static String attribute(String column, String value) {
        try {
            double number = Double.parseDouble(value);
            if (number > 0 && Double.isFinite(number)) {
                long step = Math.round(2 * StrictMath.log(number) / StrictMath.log(2));
                return column + "~" + step;
            }
        } catch (NumberFormatException e) {
            return column + "=" + value;
        }
        return column + "=" + value;
    }

    /** Every item of which anything is said, in the order of names. */
    public Set<String> items() {
        Set<String> all = new TreeSet<>(words.keySet());
        vectors.values().forEach(byItem -> all.addAll(byItem.keySet()));
        return all;
    }

    /** What is known of some items, by their order; empty if nothing was given. */
    public Optional<ItemContent> of(List<String> items) {
        List<Modality> modalities = modalities(items);
        return modalities.isEmpty()
                ? Optional.empty()
                : Optional.of(new ItemContent(modalities, terms(items)));
    }

    private List<Modality> modalities(List<String> items) {
        List<Modality> modalities = new ArrayList<>();
        if (words.values().stream().anyMatch(own -> !own.isEmpty())) {
            modalities.add(terms("words", items, words));
        }
        if (attributes.values().stream().anyMatch(own -> !own.isEmpty())) {
            modalities.add(terms("attributes", items, attributes));
        }
        vectors.forEach(
                (name, byItem) ->
                        modalities.add(
                                Modality.of(
                                        name,
                                        items,
                                        items.stream().map(byItem::get).toArray(float[][]::new))));
        return modalities;
    }

    /** Words and attributes together. */
    private Optional<Modality> terms(List<String> items) {
        if (words.isEmpty()) {
            return Optional.empty();
        }
        Map<String, List<String>> both = new HashMap<>();
        words.forEach(
                (item, own) -> {
                    List<String> all = new ArrayList<>(own);
                    all.addAll(attributes.get(item));
                    both.put(item, all);
                });
        return Optional.of(terms("terms", items, both));
    }

    private static Modality terms(
            String name, List<String> items, Map<String, List<String>> byItem) {
        return TermModality.of(
                name,
                items.stream().map(item -> byItem.getOrDefault(item, List.of())).toList(),
                TERM_SIZE);
    }
}
