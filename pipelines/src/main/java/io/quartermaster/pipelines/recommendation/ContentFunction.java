package io.quartermaster.pipelines.recommendation;

import io.quartermaster.domain.recommendation.incremental.ItemNeighbours;
import io.quartermaster.domain.recommendation.live.ContentLinks;
import io.quartermaster.domain.similarity.SimilarityEngines;
import io.quartermaster.domain.similarity.SimilarityKernel;
import io.quartermaster.domain.similarity.SimilaritySettings;
import io.quartermaster.pipelines.event.EventTimeOrderedFunction;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.Collector;

/**
 * Links items that are new in the catalogue with those like them, when the item-to-item table is
 * told: one call of the similarity engine for all of them. The catalogue lies under one key; it is
 * small beside what customers do.
 */
final class ContentFunction extends EventTimeOrderedFunction<Integer, ContentFact, ItemNews> {

    private static final long serialVersionUID = 1L;

    /** By item; one for each item of the catalogue. */
    private static final MapStateDescriptor<String, ContentFact> FACTS =
            new MapStateDescriptor<>("facts", Types.STRING, TypeInformation.of(ContentFact.class));

    /** By item; one for each item that is like another. */
    private static final MapStateDescriptor<String, ItemLinks> LINKS =
            new MapStateDescriptor<>("links", Types.STRING, TypeInformation.of(ItemLinks.class));

    /** Items new since the last time; cleared by the timer. */
    private static final MapStateDescriptor<String, Boolean> FRESH =
            new MapStateDescriptor<>("fresh", Types.STRING, Types.BOOLEAN);

    private final SimilaritySettings similarity;
    private final TableTimes times;

    private transient MapState<String, ContentFact> facts;
    private transient MapState<String, ItemLinks> links;
    private transient MapState<String, Boolean> fresh;
    private transient SimilarityKernel kernel;

    ContentFunction(SimilaritySettings similarity, TableTimes times) {
        super(ContentFact.class, ContentFact::id);
        this.similarity = similarity;
        this.times = times;
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        facts = getRuntimeContext().getMapState(FACTS);
        links = getRuntimeContext().getMapState(LINKS);
        fresh = getRuntimeContext().getMapState(FRESH);
        kernel = SimilarityEngines.open(similarity);
    }

    @Override
    public void close() {
        if (kernel != null) {
            kernel.close();
        }
    }

    @Override
    protected void inOrder(ContentFact fact, Context context, Collector<ItemNews> out)
            throws Exception {
        keep(fact);
        waitUntilNext(context.timestamp(), context);
    }

    /** What comes late counts from the next time on. */
    @Override
    protected void late(ContentFact fact, Context context, Collector<ItemNews> out)
            throws Exception {
        keep(fact);
        long watermark = context.timerService().currentWatermark();
        if (watermark < Long.MAX_VALUE) {
            waitUntilNext(watermark + 1, context);
        }
    }

    private void keep(ContentFact fact) throws Exception {
        ContentFact before = facts.get(fact.item());
        facts.put(fact.item(), before == null ? fact : before.with(fact));
        fresh.put(fact.item(), true);
    }

    private void waitUntilNext(long time, Context context) throws Exception {
        OptionalLong telling = times.next(time);
        if (telling.isPresent()) {
            registerTimer(telling.getAsLong(), context);
        }
    }

    @Override
    protected void onOwnTimer(long time, OnTimerContext context, Collector<ItemNews> out)
            throws Exception {
        TreeSet<String> asked = new TreeSet<>();
        fresh.keys().forEach(asked::add);
        fresh.clear();
        if (asked.isEmpty()) {
            return;
        }
        TreeMap<String, float[]> vectors = new TreeMap<>();
        for (ContentFact fact : facts.values()) {
            vectors.put(fact.item(), fact.numbers());
        }
        Map<String, ItemNeighbours> before = new HashMap<>();
        for (ItemLinks list : links.values()) {
            before.put(list.item(), list.list());
        }
        for (ItemNeighbours list : ContentLinks.changed(vectors, asked, before, kernel)) {
            links.put(list.item(), ItemLinks.of(list));
            out.collect(ItemNews.content(list, time));
        }
    }
}
