package io.quartermaster.pipelines.recommendation;

import io.quartermaster.domain.recommendation.incremental.ItemNeighbours;
import io.quartermaster.domain.recommendation.live.ContentLinks;
import io.quartermaster.domain.recommendation.live.ContentVector;
import io.quartermaster.domain.recommendation.live.ContentVector.TextVector;
import io.quartermaster.domain.recommendation.live.ContentWeights;
import io.quartermaster.domain.similarity.SimilarityKernel;
import io.quartermaster.pipelines.event.PlainTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * Items by what they are like, in keyed state, beside a similarity kernel that searches them. Facts
 * of one moment are kept first; then what is news of it is taken, in one call of the kernel for
 * items to be compared with what customers have, and one for those with what nobody has.
 */
final class Catalogue {

    /** By item; one for each item of the catalogue. */
    private static final MapStateDescriptor<String, CatalogueEntry> ENTRIES =
            new MapStateDescriptor<>("entries", Types.STRING, PlainTypes.of(CatalogueEntry.class));

    /** By item; one for each that any customer ever had. */
    private static final MapStateDescriptor<String, Boolean> HAD =
            new MapStateDescriptor<>("had", Types.STRING, Types.BOOLEAN);

    /** By item; one for each item that was found to be like another. */
    private static final MapStateDescriptor<String, ItemLinks> LINKS =
            new MapStateDescriptor<>("links", Types.STRING, PlainTypes.of(ItemLinks.class));

    /** By word, how many items' first texts have it; of {@link #ANY_WORD} how many there are. */
    private static final MapStateDescriptor<String, Integer> WORDS =
            new MapStateDescriptor<>("words", Types.STRING, Types.INT);

    private static final String ANY_WORD = "";

    private final MapState<String, CatalogueEntry> entries;
    private final MapState<String, Boolean> had;
    private final MapState<String, ItemLinks> links;
    private final MapState<String, Integer> words;
    private final ContentWeights weights;
    private final ContentLinks search;
    private boolean isTakenUp;
    private int size;

    /** Of one moment, after which they are empty; so they need no state. */
    private final TreeMap<String, CatalogueEntry> changed = new TreeMap<>();

    private final Map<String, String[]> texts = new HashMap<>();
    private final TreeSet<String> firstHad = new TreeSet<>();

    /**
     * Takes up what state holds.
     *
     * @param weights what modalities count in vectors
     */
    Catalogue(RuntimeContext context, SimilarityKernel kernel, ContentWeights weights) {
        this.weights = weights;
        entries = context.getMapState(ENTRIES);
        had = context.getMapState(HAD);
        links = context.getMapState(LINKS);
        words = context.getMapState(WORDS);
        search = new ContentLinks(kernel);
    }

    /** Takes a fact in. */
    void keep(ContentFact fact) throws Exception {
        takeUp();
        String item = fact.item();
        switch (fact.kind()) {
            case LISTED -> change(item, entry(item).listed(fact.words()[0], fact.words()[1]));
            case DESCRIBED -> describe(item, fact.words());
            case ENCODED ->
                    change(item, entry(item).given(fact.words()[0], fact.version(), fact.given()));
            case HAD -> {
                if (!had.contains(item)) {
                    had.put(item, true);
                    search.putHad(item);
                    firstHad.add(item);
                }
            }
        }
    }

    /** Lists that are news since this was last asked, by item. */
    List<ItemNeighbours> takeNews() throws Exception {
        put();
        TreeMap<String, float[]> amongHad = new TreeMap<>();
        TreeMap<String, float[]> amongNew = new TreeMap<>();
        for (String item : changed.keySet()) {
            amongHad.put(item, changed.get(item).vector(weights));
            if (had.contains(item)) {
                firstHad.add(item);
            }
        }
        for (String item : firstHad) {
            if (entries.contains(item)) {
                amongNew.put(item, entries.get(item).vector(weights));
            }
        }
        Map<String, Map<String, Double>> found = search.like(amongHad, true);
        search.like(amongNew, false)
                .forEach(
                        (item, like) ->
                                found.computeIfAbsent(item, none -> new HashMap<>()).putAll(like));
        List<ItemNeighbours> news = news(found);
        changed.clear();
        texts.clear();
        firstHad.clear();
        return news;
    }

    private List<ItemNeighbours> news(Map<String, Map<String, Double>> found) throws Exception {
        List<ItemNeighbours> news = new ArrayList<>();
        for (Map.Entry<String, Map<String, Double>> item : found.entrySet()) {
            ItemLinks before = links.get(item.getKey());
            ItemLinks kept =
                    before == null || changed.containsKey(item.getKey())
                            ? ItemLinks.none(item.getKey())
                            : before;
            ItemLinks after = kept.with(item.getValue());
            if (before == null ? after.isAny() : !after.list().equals(before.list())) {
                links.put(item.getKey(), after);
                news.add(after.list());
            }
        }
        return news;
    }

    private void describe(String item, String[] text) throws Exception {
        CatalogueEntry before = entry(item);
        CatalogueEntry after = before.described(text);
        if (before.textHash() == 0) {
            for (String word : new HashSet<>(List.of(text))) {
                words.put(word, 1 + count(word));
            }
            words.put(ANY_WORD, 1 + count(ANY_WORD));
        }
        if (before.textHash() != after.textHash()) {
            texts.put(item, text);
        }
        change(item, after);
    }

    private void change(String item, CatalogueEntry after) throws Exception {
        if (!after.isAs(entry(item))) {
            changed.put(item, after);
        }
    }

    private CatalogueEntry entry(String item) throws Exception {
        CatalogueEntry entry = changed.containsKey(item) ? changed.get(item) : entries.get(item);
        return entry == null ? CatalogueEntry.UNKNOWN : entry;
    }

    private int count(String word) throws Exception {
        Integer count = words.get(word);
        return count == null ? 0 : count;
    }

    /** What changed is kept, numbered where it is new, with words as rare as they are now. */
    private void put() throws Exception {
        List<ContentLinks.Item> items = new ArrayList<>();
        for (Map.Entry<String, CatalogueEntry> one : changed.entrySet()) {
            String item = one.getKey();
            CatalogueEntry entry = one.getValue();
            if (texts.containsKey(item)) {
                entry = entry.with(vector(texts.get(item)));
            }
            entry = entry.number() < 0 ? entry.numbered(size++) : entry;
            one.setValue(entry);
            entries.put(item, entry);
            items.add(searched(item, entry));
        }
        search.put(items);
    }

    private TextVector vector(String[] text) throws Exception {
        Map<String, Integer> having = new HashMap<>();
        for (String word : text) {
            having.put(word, count(word));
        }
        return ContentVector.text(List.of(text), count(ANY_WORD), having::get);
    }

    /** Once: what a task before this one has kept. */
    private void takeUp() throws Exception {
        if (!isTakenUp) {
            isTakenUp = true;
            TreeMap<Integer, ContentLinks.Item> byNumber = new TreeMap<>();
            for (Map.Entry<String, CatalogueEntry> one : entries.entries()) {
                byNumber.put(one.getValue().number(), searched(one.getKey(), one.getValue()));
            }
            search.put(byNumber.values());
            size = byNumber.size();
        }
    }

    private ContentLinks.Item searched(String item, CatalogueEntry entry) throws Exception {
        return new ContentLinks.Item(
                item, entry.number(), entry.vector(weights), had.contains(item));
    }
}
