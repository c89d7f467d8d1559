package io.quartermaster.pipelines.brand;

import io.quartermaster.domain.brand.BrandCriterion;
import io.quartermaster.domain.brand.BrandDossier;
import io.quartermaster.domain.brand.BrandJudge;
import io.quartermaster.domain.brand.BrandScore;
import io.quartermaster.domain.brand.CriteriaWeights;
import io.quartermaster.domain.brand.ExpertSheet;
import io.quartermaster.domain.brand.HierarchyRanking;
import io.quartermaster.domain.brand.Priorities;
import io.quartermaster.domain.event.ExpertJudgement;
import io.quartermaster.domain.governance.Quarantined;
import io.quartermaster.pipelines.event.DayClock;
import io.quartermaster.pipelines.event.EventTimeOrderedFunction;
import io.quartermaster.pipelines.event.PlainTypes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Keeps a dossier of each brand and judges all of them together at the end of each day on which
 * something was told. It hands on every score on a review day; on others that of a brand that
 * offered, and each that has moved by more than the step since it was last handed on. Position is
 * that among all brands known on that day. Keyed by one key for all: the brands of a platform are
 * few, and their figures come summed.
 *
 * <p>Judgements that contradict themselves or are off the scale go to {@link #REJECTED}; the other
 * experts, or the weights of the options, hold.
 */
final class BrandPanelFunction extends EventTimeOrderedFunction<String, PanelEntry, BrandScore> {

    private static final long serialVersionUID = 1L;

    /** Judgements that do not count, with the reason. */
    static final OutputTag<Quarantined> REJECTED =
            new OutputTag<>("rejected-judgements", PlainTypes.of(Quarantined.class));

    /** A brand's dossier; kept as long as the platform remembers the brand. */
    private static final MapStateDescriptor<String, BrandDossier> DOSSIERS =
            new MapStateDescriptor<>("dossiers", Types.STRING, PlainTypes.of(BrandDossier.class));

    /** An expert's comparisons of the criteria; kept as long as the expert counts. */
    private static final MapStateDescriptor<String, ExpertSheet> SHEETS =
            new MapStateDescriptor<>("sheets", Types.STRING, PlainTypes.of(ExpertSheet.class));

    private final BrandOptions options;

    private transient BrandJudge judge;

    /** What the sheets give; null where it must be worked out anew, which takes long. */
    private transient CriteriaWeights weights;

    private transient MapState<String, BrandDossier> dossiers;
    private transient MapState<String, ExpertSheet> sheets;

    BrandPanelFunction(BrandOptions options) {
        super(PanelEntry.class, PanelEntry::id);
        this.options = options;
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        judge = new BrandJudge(options.rules());
        dossiers = getRuntimeContext().getMapState(DOSSIERS);
        sheets = getRuntimeContext().getMapState(SHEETS);
    }

    @Override
    protected void inOrder(PanelEntry entry, Context context, Collector<BrandScore> out)
            throws Exception {
        long time = context.timestamp();
        if (entry.judgement() != null) {
            take(entry.judgement(), context);
        } else {
            BrandDossier known = dossier(entry.brand());
            dossiers.put(entry.brand(), DossierEntries.add(entry, known));
        }
        DayClock clock = options.calendar().clock();
        registerTimer(clock.endMillis(clock.dayOf(time)), context);
        registerTimer(options.calendar().reviewEndFrom(time), context);
    }

    @Override
    protected void onOwnTimer(long time, OnTimerContext context, Collector<BrandScore> out)
            throws Exception {
        LocalDate day = options.calendar().clock().dayOf(time);
        if (options.calendar().clock().isOver(day)) {
            return;
        }
        boolean review = options.calendar().isReview(day);
        Map<String, BrandDossier> known = knownBrands();
        for (BrandScore score : judge.judge(day, List.copyOf(known.values()), weights(context))) {
            BrandDossier dossier = known.get(score.brand());
            if (review || offeredOn(day, dossier) || hasMoved(dossier, score)) {
                out.collect(score);
                dossiers.put(score.brand(), dossier.scored(score));
            }
        }
        if (review && options.calendar().hasReviewAfter(day)) {
            registerTimer(options.calendar().reviewEndFrom(time + 1), context);
        }
    }

    private boolean hasMoved(BrandDossier dossier, BrandScore score) {
        return dossier.lastParts() != null
                && Math.abs(score.score() - Arrays.stream(dossier.lastParts()).sum())
                        > options.scoreStep();
    }

    private boolean offeredOn(LocalDate day, BrandDossier dossier) {
        return dossier.offer() != null
                && options.calendar()
                        .clock()
                        .dayOf(dossier.offer().time().toEpochMilli())
                        .equals(day);
    }

    private Map<String, BrandDossier> knownBrands() throws Exception {
        Map<String, BrandDossier> known = new TreeMap<>();
        for (Map.Entry<String, BrandDossier> entry : dossiers.entries()) {
            if (entry.getValue().isKnown()) {
                known.put(entry.getKey(), entry.getValue());
            }
        }
        return known;
    }

    private CriteriaWeights weights(Context context) throws Exception {
        if (weights == null) {
            weights = workedOut(context);
        }
        return weights;
    }

    private CriteriaWeights workedOut(Context context) throws Exception {
        Map<String, ExpertSheet> all = new TreeMap<>();
        for (Map.Entry<String, ExpertSheet> entry : sheets.entries()) {
            all.put(entry.getKey(), entry.getValue());
        }
        List<Priorities> consistent = new ArrayList<>();
        for (ExpertSheet sheet : all.values()) {
            Optional<Priorities> priorities = sheet.priorities();
            if (priorities.isPresent() && priorities.get().consistent()) {
                consistent.add(priorities.get());
            } else if (priorities.isPresent() && !sheet.told()) {
                context.output(REJECTED, inconsistent(sheet, priorities.get()));
                sheets.put(sheet.expert(), sheet.asTold());
            }
        }
        return CriteriaWeights.of(consistent, options.rules().weights());
    }

    private void take(ExpertJudgement judgement, Context context) throws Exception {
        Optional<String> fault = JudgementRules.fault(judgement);
        if (fault.isPresent()) {
            context.output(REJECTED, JudgementRules.rejected(judgement, fault.get()));
            return;
        }
        BrandCriterion criterion = JudgementRules.criterion(judgement.criterion()).orElseThrow();
        if (judgement.brand().isEmpty()) {
            ExpertSheet sheet = sheets.get(judgement.expert());
            sheet = sheet == null ? ExpertSheet.of(judgement.expert()) : sheet;
            weights = null;
            BrandCriterion other = JudgementRules.criterion(judgement.against()).orElseThrow();
            sheets.put(judgement.expert(), sheet.judged(criterion, other, judgement.value()));
        } else {
            BrandDossier dossier = dossier(judgement.brand());
            dossiers.put(
                    judgement.brand(),
                    dossier.rated(judgement.expert(), criterion, judgement.value()));
        }
    }

    private BrandDossier dossier(String brand) throws Exception {
        BrandDossier known = dossiers.get(brand);
        return known == null ? BrandDossier.of(brand) : known;
    }

    private static Quarantined inconsistent(ExpertSheet sheet, Priorities priorities) {
        return new Quarantined(
                "judgements",
                0,
                "judgements",
                "inconsistent_judgements",
                HierarchyRanking.inconsistent(sheet.expert(), priorities).lines().findFirst().get(),
                sheet.text());
    }
}
