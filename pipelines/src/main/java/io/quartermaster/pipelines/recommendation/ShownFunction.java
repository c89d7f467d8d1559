package io.quartermaster.pipelines.recommendation;

import io.quartermaster.domain.recommendation.live.BlendFeatures;
import io.quartermaster.domain.recommendation.live.CandidateFeatures;
import io.quartermaster.domain.recommendation.live.OwnItem;
import io.quartermaster.pipelines.event.PlainTypes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.Collector;

/**
 * Judges what was shown: notes what the parts of a shown item's score are at that time, and waits
 * whether the customer takes an interest in it within a window. Shown again, the first time counts
 * until it is judged. As long as the item-to-item table has not been told, parts say nothing, and
 * nothing is noted.
 */
final class ShownFunction extends CustomerFunction<BlendExample> {

    private static final long serialVersionUID = 1L;

    /** After it a click is no longer due to what was shown. */
    static final Duration WINDOW = Duration.ofDays(1);

    /** Shown items that are not judged yet; a click or the window's timer ends them. */
    private static final MapStateDescriptor<String, Impression> SHOWN =
            new MapStateDescriptor<>("shown", Types.STRING, PlainTypes.of(Impression.class));

    private static final float[] NOT_LOGGED = {};

    private final RecommendationOptions options;

    private transient MapState<String, Impression> shown;

    ShownFunction(RecommendationOptions options) {
        super(options);
        this.options = options;
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        shown = getRuntimeContext().getMapState(SHOWN);
    }

    @Override
    protected void onAct(
            RecommendationSignal act, OnTimerContext context, Collector<BlendExample> out)
            throws Exception {
        switch (act.kind()) {
            case SHOWN -> note(act, context);
            case ORDERED, INTERESTED -> {
                Impression seen = shown.get(act.item());
                if (seen != null) {
                    shown.remove(act.item());
                    out.collect(
                            new BlendExample(
                                    context.getCurrentKey(), context.timestamp(), seen, true));
                }
            }
            case RETURNED, CANCELLED, ERASED, STOCKED, EXPECTED, EXPECTED_LATER -> {}
        }
    }

    @Override
    protected void onTime(long time, OnTimerContext context, Collector<BlendExample> out)
            throws Exception {
        List<Impression> over = new ArrayList<>();
        for (Impression one : shown.values()) {
            if (one.time() + WINDOW.toMillis() <= time) {
                over.add(one);
            }
        }
        over.sort(Comparator.comparing(Impression::item));
        for (Impression one : over) {
            shown.remove(one.item());
            out.collect(new BlendExample(context.getCurrentKey(), time, one, false));
        }
    }

    @Override
    protected void onErased() {
        shown.clear();
    }

    private float[] features(List<OwnItem> own, String item, BlendFeatures parts) {
        return new CandidateFeatures(known(), own)
                .ofShown(item, parts, options.list().runningOutFactor(), options.horizonDays());
    }

    private void note(RecommendationSignal act, OnTimerContext context) throws Exception {
        long time = context.timestamp();
        if (shown.contains(act.item()) || !options.table().times().isTold(time)) {
            return;
        }
        List<OwnItem> own = own(held(), time);
        BlendFeatures parts = BlendFeatures.of(known(), own, act.item());
        shown.put(
                act.item(),
                new Impression(
                        act.item(),
                        time,
                        parts.neighbours(),
                        parts.content(),
                        parts.popularity(),
                        options.shown().log() ? features(own, act.item(), parts) : NOT_LOGGED));
        context.timerService().registerEventTimeTimer(time + WINDOW.toMillis());
    }
}
