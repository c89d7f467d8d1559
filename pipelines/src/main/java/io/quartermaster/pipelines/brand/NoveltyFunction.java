package io.quartermaster.pipelines.brand;

import io.quartermaster.domain.similarity.SimilaritySettings;
import io.quartermaster.domain.similarity.TopK;
import io.quartermaster.pipelines.event.DayClock;
import io.quartermaster.pipelines.event.EventTimeOrderedFunction;
import io.quartermaster.pipelines.event.PlainTypes;
import io.quartermaster.pipelines.satisfaction.Signal;
import io.quartermaster.udfs.similarity.SimilarityBundle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.Collector;

/**
 * Says at the end of its first day how new an item is: 1 - cosine of its words to those of the
 * likest item of another brand that the catalogue holds, in one call of the similarity kernel for
 * all items of the day. Keyed by one key for all, since each item is held against every other.
 */
final class NoveltyFunction extends EventTimeOrderedFunction<String, Description, Signal> {

    private static final long serialVersionUID = 1L;

    /** Items with their words, about 1 kB each; as long as the catalogue. */
    private static final MapStateDescriptor<String, DescribedItem> ITEMS =
            new MapStateDescriptor<>("items", Types.STRING, PlainTypes.of(DescribedItem.class));

    /** Items whose words came today; the end of the day takes them away. */
    private static final MapStateDescriptor<String, Boolean> NEW =
            new MapStateDescriptor<>("new", Types.STRING, Types.BOOLEAN);

    private final DayClock clock;
    private final SimilaritySettings similarity;

    private transient MapState<String, DescribedItem> items;
    private transient MapState<String, Boolean> fresh;
    private transient SimilarityBundle kernel;

    /**
     * @param similarity how items are compared
     */
    NoveltyFunction(DayClock clock, SimilaritySettings similarity) {
        super(Description.class, Description::id);
        this.clock = clock;
        this.similarity = similarity;
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        items = getRuntimeContext().getMapState(ITEMS);
        fresh = getRuntimeContext().getMapState(NEW);
        kernel = SimilarityBundle.open(similarity);
    }

    @Override
    protected void inOrder(Description told, Context context, Collector<Signal> out)
            throws Exception {
        DescribedItem known = items.get(told.item());
        DescribedItem before = known == null ? DescribedItem.NOTHING : known;
        DescribedItem now = before.with(told);
        items.put(told.item(), now);
        if (now.isWhole() && !before.isWhole()) {
            fresh.put(told.item(), true);
            registerTimer(clock.endMillis(clock.dayOf(context.timestamp())), context);
        }
    }

    @Override
    protected void onOwnTimer(long time, OnTimerContext context, Collector<Signal> out)
            throws Exception {
        List<String> names = new ArrayList<>();
        List<DescribedItem> whole = new ArrayList<>();
        List<Integer> asked = new ArrayList<>();
        for (Map.Entry<String, DescribedItem> item : sorted().entrySet()) {
            if (fresh.contains(item.getKey())) {
                asked.add(names.size());
            }
            names.add(item.getKey());
            whole.add(item.getValue());
        }
        fresh.clear();
        kernel.load(whole.stream().map(DescribedItem::vector).toArray(float[][]::new));
        TopK[] likest = likest(whole, asked);
        for (int i = 0; i < likest.length; i++) {
            if (likest[i].ids().length > 0) {
                String brand = whole.get(asked.get(i)).brand();
                out.collect(
                        Signal.ofNovelty(
                                names.get(asked.get(i)), brand, novelty(likest[i].scores()[0])));
            }
        }
    }

    private static double novelty(float cosine) {
        return Math.min(1, Math.max(0, 1.0 - cosine));
    }

    private TopK[] likest(List<DescribedItem> whole, List<Integer> asked) {
        Map<String, int[]> byBrand = new TreeMap<>();
        float[][] queries = new float[asked.size()][];
        int[][] own = new int[asked.size()][];
        for (int i = 0; i < queries.length; i++) {
            DescribedItem item = whole.get(asked.get(i));
            queries[i] = item.vector();
            own[i] = byBrand.computeIfAbsent(item.brand(), brand -> itemsOf(brand, whole));
        }
        return kernel.nearest(queries, 1, own);
    }

    private static int[] itemsOf(String brand, List<DescribedItem> whole) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < whole.size(); i++) {
            if (whole.get(i).brand().equals(brand)) {
                places.add(i);
            }
        }
        return places.stream().mapToInt(Integer::intValue).toArray();
    }

    private Map<String, DescribedItem> sorted() throws Exception {
        Map<String, DescribedItem> sorted = new TreeMap<>();
        for (Map.Entry<String, DescribedItem> item : items.entries()) {
            if (item.getValue().isWhole()) {
                sorted.put(item.getKey(), item.getValue());
            }
        }
        return sorted;
    }

    @Override
    public void close() throws Exception {
        if (kernel != null) {
            kernel.close();
        }
        super.close();
    }
}
