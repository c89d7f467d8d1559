package io.quartermaster.pipelines.recommendation;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Tells that customers have an item: at the first act that this task sees, and at any that happened
 * before it. Who is told takes the earliest, so what a task has seen need not outlive it.
 */
final class FirstActFunction extends ProcessFunction<RecommendationSignal, ContentFact> {

    private static final long serialVersionUID = 1L;

    private transient Map<String, Long> told;

    @Override
    public void open(OpenContext openContext) {
        told = new HashMap<>();
    }

    @Override
    public void processElement(
            RecommendationSignal act, Context context, Collector<ContentFact> out) {
        if (!act.isLiking()) {
            return;
        }
        long time = act.time().toEpochMilli();
        Long before = told.get(act.item());
        if (before == null || time < before) {
            told.put(act.item(), time);
            out.collect(ContentFact.had(act.item()));
        }
    }
}
