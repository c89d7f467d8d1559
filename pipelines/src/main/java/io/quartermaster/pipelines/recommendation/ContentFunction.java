package io.quartermaster.pipelines.recommendation;

import io.quartermaster.domain.recommendation.incremental.ItemNeighbours;
import io.quartermaster.domain.recommendation.live.ContentWeights;
import io.quartermaster.domain.similarity.SimilarityEngines;
import io.quartermaster.domain.similarity.SimilarityKernel;
import io.quartermaster.domain.similarity.SimilaritySettings;
import io.quartermaster.pipelines.event.EventTimeOrderedFunction;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.util.Collector;

/**
 * Finds what items are like at the moment when that is news: an item that enters the catalogue or
 * changes is compared with what customers have, and one that its first customer takes to with what
 * nobody has yet. Each is looked at once, whatever customers do later. The catalogue lies under one
 * key; it is small beside what customers do.
 */
final class ContentFunction extends EventTimeOrderedFunction<Integer, ContentFact, ItemNews> {

    private static final long serialVersionUID = 1L;

    private final SimilaritySettings similarity;
    private final ContentWeights weights;

    private transient SimilarityKernel kernel;
    private transient Catalogue catalogue;

    ContentFunction(SimilaritySettings similarity, ContentWeights weights) {
        super(ContentFact.class, ContentFact::order);
        this.similarity = similarity;
        this.weights = weights;
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        kernel = SimilarityEngines.open(similarity);
        catalogue = new Catalogue(getRuntimeContext(), kernel, weights);
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
        catalogue.keep(fact);
        registerTimer(context.timestamp(), context);
    }

    /** What comes late is known from the next moment on. */
    @Override
    protected void late(ContentFact fact, Context context, Collector<ItemNews> out)
            throws Exception {
        long watermark = context.timerService().currentWatermark();
        if (watermark < Long.MAX_VALUE) {
            catalogue.keep(fact);
            tell(watermark + 1, out);
        }
    }

    /** The facts of this time are all kept. */
    @Override
    protected void onOwnTimer(long time, OnTimerContext context, Collector<ItemNews> out)
            throws Exception {
        tell(time, out);
    }

    private void tell(long time, Collector<ItemNews> out) throws Exception {
        for (ItemNeighbours list : catalogue.takeNews()) {
            out.collect(ItemNews.content(list, time));
        }
    }
}
