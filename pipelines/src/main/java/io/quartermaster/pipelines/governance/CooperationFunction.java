package io.quartermaster.pipelines.governance;

import io.quartermaster.domain.event.BrandStage;
import io.quartermaster.domain.event.BrandTerms;
import io.quartermaster.domain.event.Campaign;
import io.quartermaster.domain.governance.CampaignOverlap;
import io.quartermaster.domain.governance.CatalogueSubject;
import io.quartermaster.domain.governance.LifeCycleOrder;
import io.quartermaster.domain.governance.TermsOverlap;
import io.quartermaster.pipelines.event.EventTimeOrderedFunction;
import io.quartermaster.pipelines.event.PlainTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.Collector;

/**
 * Keeps out life-cycle steps out of order, terms that overlap and campaigns of one name, brand by
 * brand.
 */
final class CooperationFunction extends EventTimeOrderedFunction<String, Candidate, Candidate> {

    private static final long serialVersionUID = 1L;

    /** Whether the brand has made an offer; stays, one boolean a brand. */
    private static final ValueStateDescriptor<Boolean> OFFERED =
            new ValueStateDescriptor<>("offered", Types.BOOLEAN);

    /** Stage of the last step taken; stays, one a brand. */
    private static final ValueStateDescriptor<BrandStage> STAGE =
            new ValueStateDescriptor<>("stage", Types.ENUM(BrandStage.class));

    /** Accepted terms by id; stay, since later ones must not overlap them: a few a brand. */
    private static final MapStateDescriptor<String, BrandTerms> TERMS =
            new MapStateDescriptor<>("terms", Types.STRING, PlainTypes.of(BrandTerms.class));

    /** Campaigns in force by name; stay, since a correction has a higher version: a few a brand. */
    private static final MapStateDescriptor<String, Campaign> CAMPAIGNS =
            new MapStateDescriptor<>("campaigns", Types.STRING, PlainTypes.of(Campaign.class));

    private transient ValueState<Boolean> offered;
    private transient ValueState<BrandStage> stage;
    private transient MapState<String, BrandTerms> terms;
    private transient MapState<String, Campaign> campaigns;
    private transient Rejects rejects;

    CooperationFunction() {
        super(Candidate.class, candidate -> rank(candidate) + candidate.position());
    }

    /** The brand that an offer, terms, a campaign or a step are about. */
    static String brand(Candidate candidate) {
        return CatalogueSubject.BRAND.named(candidate.event());
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        offered = getRuntimeContext().getState(OFFERED);
        stage = getRuntimeContext().getState(STAGE);
        terms = getRuntimeContext().getMapState(TERMS);
        campaigns = getRuntimeContext().getMapState(CAMPAIGNS);
        rejects = new Rejects(getRuntimeContext().getMetricGroup());
    }

    @Override
    protected void inOrder(Candidate candidate, Context context, Collector<Candidate> out)
            throws Exception {
        if (candidate.offer() != null) {
            offered.update(true);
            out.collect(candidate);
        } else if (candidate.terms() != null) {
            agree(candidate, context, out);
        } else if (candidate.campaign() != null) {
            announce(candidate, context, out);
        } else {
            enter(candidate, context, out);
        }
    }

    private void agree(Candidate candidate, Context context, Collector<Candidate> out)
            throws Exception {
        List<BrandTerms> earlier = new ArrayList<>();
        terms.values().forEach(earlier::add);
        Optional<String> objection = TermsOverlap.objection(candidate.terms(), earlier);
        if (objection.isPresent()) {
            reject(candidate, TermsOverlap.RULE, objection.get(), context);
        } else {
            terms.put(candidate.terms().id(), candidate.terms());
            out.collect(candidate);
        }
    }

    private void announce(Candidate candidate, Context context, Collector<Candidate> out)
            throws Exception {
        Campaign campaign = candidate.campaign();
        Optional<String> objection =
                CampaignOverlap.objection(campaign, campaigns.get(campaign.campaign()));
        if (objection.isPresent()) {
            reject(candidate, CampaignOverlap.RULE, objection.get(), context);
        } else {
            campaigns.put(campaign.campaign(), campaign);
            out.collect(candidate);
        }
    }

    private void enter(Candidate candidate, Context context, Collector<Candidate> out)
            throws Exception {
        Optional<String> objection =
                LifeCycleOrder.objection(stage.value(), offered.value() != null, candidate.step());
        if (objection.isPresent()) {
            reject(candidate, LifeCycleOrder.RULE, objection.get(), context);
        } else {
            stage.update(candidate.step().stage());
            out.collect(candidate);
        }
    }

    private void reject(Candidate candidate, String rule, String reason, Context context) {
        context.output(Rejects.TAG, rejects.counted(candidate.rejected(rule, reason)));
    }

    /** At one time an offer comes first, then terms, then steps. */
    private static String rank(Candidate candidate) {
        return candidate.offer() != null ? "0" : candidate.terms() != null ? "1" : "2";
    }
}
