package io.quartermaster.pipelines.governance;

import io.quartermaster.domain.event.EventKind;
import io.quartermaster.domain.event.RawRecord;
import io.quartermaster.domain.governance.CatalogueSubject;
import io.quartermaster.domain.governance.Quarantined;
import io.quartermaster.pipelines.event.Exchange;
import io.quartermaster.pipelines.event.PlainTypes;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;

/**
 * Raw records in; clean events by kind, and rejects, out: every record ends in exactly one of them.
 *
 * <pre>
 * raw ─ screen ─ order ─ duplicates ─ [brands, items] ─┬─ orders, returns: outliers, matching ─┐
 *                                                      ├─ behaviour: bursts ───────────────────┤ by kind
 *                                                      ├─ feedback: repeated reviews ──────────┤
 *                                                      ├─ offers, terms, campaigns, steps ─────┤
 *                                                      └─ all else ────────────────────────────┘
 * </pre>
 */
final class CleaningPipeline {

    private static final Set<EventKind> ORDERS = EnumSet.of(EventKind.ORDERS, EventKind.RETURNS);
    private static final Set<EventKind> BEHAVIOUR = EnumSet.of(EventKind.BEHAVIOUR);
    private static final Set<EventKind> FEEDBACK = EnumSet.of(EventKind.FEEDBACK);
    private static final Set<EventKind> COOPERATION =
            EnumSet.of(EventKind.OFFERS, EventKind.TERMS, EventKind.CAMPAIGNS, EventKind.LIFECYCLE);

    private final CleaningOptions options;
    private final List<DataStream<Quarantined>> rejects = new ArrayList<>();
    private final Map<EventKind, SingleOutputStreamOperator<Void>> byKind =
            new EnumMap<>(EventKind.class);

    private CleaningPipeline(CleaningOptions options) {
        this.options = options;
    }

    /** Adds the steps; runs nothing. */
    static CleanStreams build(
            StreamExecutionEnvironment environment, Exchange exchange, CleaningOptions options) {
        return new CleaningPipeline(options).build(environment, exchange);
    }

    private CleanStreams build(StreamExecutionEnvironment environment, Exchange exchange) {
        DataStream<Candidate> screened = exchange.ordered(screen(exchange.raw(environment)));
        DataStream<Candidate> single =
                step(screened, Candidate::identity, new DuplicateFunction(options), "duplicates");
        DataStream<Candidate> known = introduced(single);
        split(orders(known), ORDERS, "split-orders");
        split(behaviour(known), BEHAVIOUR, "split-behaviour");
        split(feedback(known), FEEDBACK, "split-feedback");
        split(cooperation(known), COOPERATION, "split-cooperation");
        split(others(known), othersThan(ORDERS, BEHAVIOUR, FEEDBACK, COOPERATION), "split-others");
        return new CleanStreams(byKind, allRejects());
    }

    private DataStream<Candidate> screen(DataStream<RawRecord> raw) {
        SingleOutputStreamOperator<Candidate> screened =
                raw.transform("screen", PlainTypes.of(Candidate.class), new ScreenOperator(options))
                        .uid("screen");
        rejects.add(screened.getSideOutput(Rejects.TAG));
        return screened;
    }

    private DataStream<Candidate> introduced(DataStream<Candidate> single) {
        DataStream<Candidate> brands =
                options.knownBrands()
                        ? introduced(single, CatalogueSubject.BRAND, "known-brands")
                        : single;
        return options.knownItems()
                ? introduced(brands, CatalogueSubject.ITEM, "known-items")
                : brands;
    }

    private DataStream<Candidate> introduced(
            DataStream<Candidate> candidates, CatalogueSubject subject, String name) {
        return step(
                candidates,
                candidate -> IntroductionFunction.key(subject, candidate),
                new IntroductionFunction(subject),
                name);
    }

    private DataStream<Candidate> orders(DataStream<Candidate> known) {
        return step(
                only(known, ORDERS, "only-orders"),
                OrderHistoryFunction::item,
                new OrderHistoryFunction(options),
                "order-history");
    }

    private DataStream<Candidate> behaviour(DataStream<Candidate> known) {
        return step(
                only(known, BEHAVIOUR, "only-behaviour"),
                BurstFunction::key,
                new BurstFunction(options),
                "bursts");
    }

    private DataStream<Candidate> feedback(DataStream<Candidate> known) {
        return step(
                only(known, FEEDBACK, "only-feedback"),
                ReviewFunction::key,
                new ReviewFunction(options),
                "reviews");
    }

    private DataStream<Candidate> cooperation(DataStream<Candidate> known) {
        return step(
                only(known, COOPERATION, "only-cooperation"),
                CooperationFunction::brand,
                new CooperationFunction(),
                "cooperation");
    }

    private static DataStream<Candidate> others(DataStream<Candidate> known) {
        return only(known, othersThan(ORDERS, BEHAVIOUR, FEEDBACK, COOPERATION), "only-others");
    }

    private DataStream<Candidate> step(
            DataStream<Candidate> candidates,
            KeySelector<Candidate, String> key,
            KeyedProcessFunction<String, Candidate, Candidate> function,
            String name) {
        SingleOutputStreamOperator<Candidate> passed =
                candidates.keyBy(key, Types.STRING).process(function).uid(name).name(name);
        rejects.add(passed.getSideOutput(Rejects.TAG));
        return passed;
    }

    private static DataStream<Candidate> only(
            DataStream<Candidate> candidates, Set<EventKind> kinds, String name) {
        return candidates
                .filter(candidate -> kinds.contains(candidate.kind()))
                .uid(name)
                .name(name);
    }

    private void split(DataStream<Candidate> passed, Set<EventKind> kinds, String name) {
        SingleOutputStreamOperator<Void> split =
                passed.process(new KindSplitter()).returns(Types.VOID).uid(name).name(name);
        kinds.forEach(kind -> byKind.put(kind, split));
    }

    @SafeVarargs
    private static Set<EventKind> othersThan(Set<EventKind>... groups) {
        EnumSet<EventKind> others = EnumSet.allOf(EventKind.class);
        for (Set<EventKind> group : groups) {
            others.removeAll(group);
        }
        return others;
    }

    private DataStream<Quarantined> allRejects() {
        DataStream<Quarantined> all = rejects.get(0);
        for (DataStream<Quarantined> more : rejects.subList(1, rejects.size())) {
            all = all.union(more);
        }
        return all;
    }
}
