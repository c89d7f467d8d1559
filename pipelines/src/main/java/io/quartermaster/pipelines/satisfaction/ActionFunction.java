package io.quartermaster.pipelines.satisfaction;

import io.quartermaster.domain.event.ActionDecision;
import io.quartermaster.domain.event.BrandAction;
import io.quartermaster.domain.satisfaction.action.ActionEffect;
import io.quartermaster.domain.satisfaction.action.ActionMeasure;
import io.quartermaster.domain.satisfaction.action.ActionPlanner;
import io.quartermaster.domain.satisfaction.action.ActionTerms;
import io.quartermaster.domain.satisfaction.action.SatisfactionAction;
import io.quartermaster.domain.satisfaction.action.WeekLedger;
import io.quartermaster.domain.satisfaction.action.WeekNumber;
import io.quartermaster.pipelines.event.DayClock;
import io.quartermaster.pipelines.event.EventTimeOrderedFunction;
import io.quartermaster.pipelines.event.PlainTypes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Proposes an action for each indicator that falls, at the end of every so many weeks, and measures
 * what was taken once its weeks are over. Keyed by kind of entity.
 */
final class ActionFunction
        extends EventTimeOrderedFunction<String, ActionNews, SatisfactionAction> {

    private static final long serialVersionUID = 1L;

    /** What actions did. */
    static final OutputTag<ActionEffect> EFFECTS =
            new OutputTag<>("effects", PlainTypes.of(ActionEffect.class));

    /** Weeks by entity and number; the end of a later week ends what no window reaches. */
    private static final MapStateDescriptor<String, EntityWeek> WEEKS =
            new MapStateDescriptor<>("weeks", Types.STRING, PlainTypes.of(EntityWeek.class));

    /** The last proposal by entity and indicator; the next one replaces it. */
    private static final MapStateDescriptor<String, SatisfactionAction> PROPOSALS =
            new MapStateDescriptor<>(
                    "proposals", Types.STRING, PlainTypes.of(SatisfactionAction.class));

    /** Actions taken, by id; ended once they can be in no window of another. */
    private static final MapStateDescriptor<String, OpenAction> ACTIONS =
            new MapStateDescriptor<>("actions", Types.STRING, PlainTypes.of(OpenAction.class));

    /** Weights in force, where they are not given; one record a kind. */
    private static final ValueStateDescriptor<double[]> WEIGHTS =
            new ValueStateDescriptor<>(
                    "weights", PrimitiveArrayTypeInfo.DOUBLE_PRIMITIVE_ARRAY_TYPE_INFO);

    private final SatisfactionOptions options;

    private transient MapState<String, EntityWeek> weeks;
    private transient MapState<String, SatisfactionAction> proposals;
    private transient MapState<String, OpenAction> actions;
    private transient ValueState<double[]> weights;

    ActionFunction(SatisfactionOptions options) {
        super(ActionNews.class, ActionNews::id);
        this.options = options;
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        weeks = getRuntimeContext().getMapState(WEEKS);
        proposals = getRuntimeContext().getMapState(PROPOSALS);
        actions = getRuntimeContext().getMapState(ACTIONS);
        weights = getRuntimeContext().getState(WEIGHTS);
    }

    @Override
    protected void inOrder(ActionNews news, Context context, Collector<SatisfactionAction> out)
            throws Exception {
        if (news.weights() != null) {
            weights.update(news.weights().weights());
        } else if (news.week() != null) {
            keep(news.week());
            registerTimer(endOf(news.week().week()), context);
        } else if (news.action().decision() == ActionDecision.TAKEN) {
            OpenAction taken = taken(news.action(), context.timestamp());
            actions.put(taken.id(), taken);
            registerTimer(endOf(terms().lastWeek(taken.asTaken().week())), context);
        }
    }

    /** What comes late adds to its week. */
    private void keep(EntityWeek week) throws Exception {
        String key = week.entity() + "|" + week.week();
        EntityWeek known = weeks.get(key);
        weeks.put(key, known == null ? week : known.plus(week));
    }

    private OpenAction taken(BrandAction action, long time) throws Exception {
        List<SatisfactionAction> about = new ArrayList<>();
        for (SatisfactionAction proposal : proposals.values()) {
            if (proposal.entity().equals(action.brand())) {
                about.add(proposal);
            }
        }
        about.sort(Comparator.comparing(SatisfactionAction::indicator));
        return OpenAction.of(action, days().dayOf(time), about);
    }

    @Override
    protected void onOwnTimer(long time, OnTimerContext context, Collector<SatisfactionAction> out)
            throws Exception {
        LocalDate day = days().dayOf(time - 1);
        long week = WeekNumber.of(day);
        if (days().isOver(day)) {
            return;
        }
        WeekLedger ledger = ledger();
        if (week % terms().everyWeeks() == 0) {
            propose(context.getCurrentKey(), week, ledger, out);
        }
        for (OpenAction action : open()) {
            if (terms().lastWeek(action.asTaken().week()) == week) {
                measure(action, ledger, context);
            }
        }
        forget(week);
    }

    private void propose(
            String kind, long week, WeekLedger ledger, Collector<SatisfactionAction> out)
            throws Exception {
        long first = week - terms().nowWeeks() + 1;
        long before = first - terms().beforeWeeks();
        List<SatisfactionAction> proposed =
                new ActionPlanner(options.rules(), weights(), terms())
                        .propose(
                                kind,
                                WeekNumber.lastDay(week),
                                ledger.window(before, first - 1),
                                ledger.window(first, week),
                                ledger.phis(
                                        List.of(
                                                new long[] {before, first - 1},
                                                new long[] {first, week})));
        for (SatisfactionAction action : proposed) {
            proposals.put(action.entity() + "|" + action.indicator(), action);
            out.collect(action);
        }
    }

    private void measure(OpenAction open, WeekLedger ledger, OnTimerContext context)
            throws Exception {
        new ActionMeasure(options.rules(), weights(), terms())
                .measure(
                        open.asTaken(),
                        open().stream().map(OpenAction::asTaken).toList(),
                        ledger,
                        open.expectedByIndicator())
                .forEach(effect -> context.output(EFFECTS, effect));
    }

    private WeekLedger ledger() throws Exception {
        WeekLedger ledger = new WeekLedger();
        for (EntityWeek week : weeks.values()) {
            ledger.add(week.entity(), week.week(), week.asWindow());
        }
        return ledger;
    }

    private List<OpenAction> open() throws Exception {
        TreeMap<String, OpenAction> byId = new TreeMap<>();
        for (Map.Entry<String, OpenAction> action : actions.entries()) {
            byId.put(action.getKey(), action.getValue());
        }
        return List.copyOf(byId.values());
    }

    private void forget(long week) throws Exception {
        List<String> gone = new ArrayList<>();
        for (Map.Entry<String, EntityWeek> known : weeks.entries()) {
            if (known.getValue().week() <= week - terms().keptWeeks()) {
                gone.add(known.getKey());
            }
        }
        for (String key : gone) {
            weeks.remove(key);
        }
        for (OpenAction action : open()) {
            if (!terms().matters(action.asTaken().week(), week)) {
                actions.remove(action.id());
            }
        }
    }

    private double[] weights() throws Exception {
        return weights.value() == null ? options.rules().weights() : weights.value();
    }

    private long endOf(long week) {
        return days().endMillis(WeekNumber.lastDay(week)) + 1;
    }

    private ActionTerms terms() {
        return options.actions();
    }

    private DayClock days() {
        return options.days();
    }
}
