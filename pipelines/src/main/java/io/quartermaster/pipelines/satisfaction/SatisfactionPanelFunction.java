package io.quartermaster.pipelines.satisfaction;

import io.quartermaster.domain.satisfaction.BetaPrior;
import io.quartermaster.domain.satisfaction.SatisfactionCause;
import io.quartermaster.domain.satisfaction.SatisfactionPanel;
import io.quartermaster.domain.satisfaction.SatisfactionScore;
import io.quartermaster.domain.satisfaction.SatisfactionScoring;
import io.quartermaster.domain.satisfaction.SatisfactionWeights;
import io.quartermaster.domain.satisfaction.WeightMethod;
import io.quartermaster.domain.satisfaction.WeightReview;
import io.quartermaster.pipelines.event.EventTimeOrderedFunction;
import io.quartermaster.pipelines.event.PlainTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Scores every entity of one kind by weights and priors that all of them together made up to the
 * day before, and says why its score differs from its last one. Keyed by kind.
 */
final class SatisfactionPanelFunction
        extends EventTimeOrderedFunction<String, EntityEvidence, SatisfactionScore> {

    private static final long serialVersionUID = 1L;

    /** Weights that are not given, whenever they are reviewed. */
    static final OutputTag<SatisfactionWeights> WEIGHTS =
            new OutputTag<>("weights", PlainTypes.of(SatisfactionWeights.class));

    /** Sums over all entities; one record a kind, so it never ends. */
    private static final ValueStateDescriptor<PanelState> PANEL =
            new ValueStateDescriptor<>("panel", PlainTypes.of(PanelState.class));

    /** How each entity stood last; kept as long as it may come back. */
    private static final MapStateDescriptor<String, KnownEntity> ENTITIES =
            new MapStateDescriptor<>("entities", Types.STRING, PlainTypes.of(KnownEntity.class));

    private final SatisfactionOptions options;

    private transient SatisfactionScoring scoring;
    private transient ValueState<PanelState> panel;
    private transient MapState<String, KnownEntity> entities;

    SatisfactionPanelFunction(SatisfactionOptions options) {
        super(EntityEvidence.class, EntityEvidence::entity);
        this.options = options;
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        scoring = new SatisfactionScoring(options.rules());
        panel = getRuntimeContext().getState(PANEL);
        entities = getRuntimeContext().getMapState(ENTITIES);
    }

    @Override
    protected void inOrder(
            EntityEvidence evidence, Context context, Collector<SatisfactionScore> out)
            throws Exception {
        PanelState state = panel.value();
        state = state == null ? PanelState.first(options.rules().weights()) : state;
        if (evidence.eventDay().toEpochDay() > state.openDay()) {
            state = opened(state, evidence, context);
        }
        Optional<SatisfactionScore> score =
                scoring.score(
                        evidence.entityKind(),
                        evidence.entity(),
                        evidence.eventDay(),
                        evidence.total(),
                        state.weights(),
                        state.priors());
        if (score.isPresent()) {
            KnownEntity known = known(evidence, score.get(), state);
            out.collect(score.get().because(cause(entities.get(evidence.entity()), known)));
            state = state.with(replaced(state.panel(), known));
            entities.put(evidence.entity(), known);
        }
        panel.update(state);
    }

    private PanelState opened(PanelState before, EntityEvidence evidence, Context context) {
        long day = evidence.eventDay().toEpochDay();
        BetaPrior[] priors = SatisfactionScoring.noPriors();
        for (int i = 0; options.shrink() && i < priors.length; i++) {
            boolean several = before.panel().moments().entities()[i] > 1;
            priors[i] = several ? before.panel().moments().prior(i) : BetaPrior.NONE;
        }
        PanelState state = before.opened(day, priors);
        boolean due =
                before.reviewedDay() == Long.MIN_VALUE
                        || day - before.reviewedDay() >= options.reviewDays();
        return due && options.terms().method() != WeightMethod.GIVEN
                ? reviewed(state, evidence, context)
                : state;
    }

    private PanelState reviewed(PanelState state, EntityEvidence evidence, Context context) {
        double[][] reference = state.referenceLoadings();
        WeightReview review = WeightReview.of(state.panel(), options.terms(), reference);
        context.output(
                WEIGHTS,
                new SatisfactionWeights(
                        evidence.entityKind(),
                        evidence.eventDay(),
                        review.method().name().toLowerCase(Locale.ROOT),
                        review.weights(),
                        review.rows(),
                        review.factors(),
                        review.kmo(),
                        review.bartlettP(),
                        review.congruence(),
                        review.alarm(),
                        review.note()));
        boolean anew = reference.length == 0 || review.alarm();
        return state.reviewed(review.weights(), anew ? review.loadings() : reference);
    }

    private static KnownEntity known(
            EntityEvidence evidence, SatisfactionScore score, PanelState state) {
        return new KnownEntity(
                evidence,
                score.indicators(),
                state.weights(),
                state.priorMeans(),
                state.priorStrengths());
    }

    /**
     * Null for the first score, and where the weights of a time leave nothing known at the other.
     */
    private SatisfactionCause cause(KnownEntity before, KnownEntity now) {
        return before == null
                ? null
                : SatisfactionCause.of(before.asTime(), now.asTime(), options.rules().worst());
    }

    private SatisfactionPanel replaced(SatisfactionPanel before, KnownEntity now) throws Exception {
        String entity = now.evidence().entity();
        KnownEntity old = entities.get(entity);
        SatisfactionPanel rest =
                old == null ? before : before.minus(old.indicators(), old.evidence().total());
        if (rest.isWidenedBy(now.indicators())) {
            rest = rest.widened(now.indicators(), othersThan(entity));
        }
        return rest.plus(now.indicators(), now.evidence().total());
    }

    /** In order of the names, so that sums do not depend on how the state is kept. */
    private List<double[]> othersThan(String entity) throws Exception {
        TreeMap<String, double[]> others = new TreeMap<>();
        for (var other : entities.entries()) {
            if (!other.getKey().equals(entity)) {
                others.put(other.getKey(), other.getValue().indicators());
            }
        }
        return new ArrayList<>(others.values());
    }
}
