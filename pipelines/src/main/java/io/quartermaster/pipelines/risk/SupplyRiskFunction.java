package io.quartermaster.pipelines.risk;

import io.quartermaster.domain.risk.Engagement;
import io.quartermaster.domain.risk.ExitRisk;
import io.quartermaster.domain.risk.ExpectedLate;
import io.quartermaster.domain.risk.ExposedStock;
import io.quartermaster.domain.risk.HeldStock;
import io.quartermaster.domain.risk.LateChance;
import io.quartermaster.domain.risk.RiskAlert;
import io.quartermaster.domain.risk.SupplyHistory;
import io.quartermaster.domain.risk.SupplyRisk;
import io.quartermaster.pipelines.event.EventTimeOrderedFunction;
import io.quartermaster.pipelines.event.PlainTypes;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.Collector;

/**
 * Judges at the end of each day whether a brand's supply may break or the brand may leave, and
 * tells what is news. Silence grows without events, so a timer runs from day to day until nothing
 * was heard for half a year. Keyed by brand.
 */
final class SupplyRiskFunction extends EventTimeOrderedFunction<String, SupplySignal, RiskAlert> {

    private static final long serialVersionUID = 1L;
    private static final int WATCHED_DAYS = 180;

    /** Decayed deliveries; one small record a brand, kept as long as it may come back. */
    private static final ValueStateDescriptor<SupplyHistory> HISTORY =
            new ValueStateDescriptor<>("history", PlainTypes.of(SupplyHistory.class));

    /** Terms of the highest version, the last life-cycle step and the last offer, by kind. */
    private static final MapStateDescriptor<SupplySignalKind, SupplySignal> STANDING =
            new MapStateDescriptor<>(
                    "standing",
                    Types.ENUM(SupplySignalKind.class),
                    PlainTypes.of(SupplySignal.class));

    /** Stock by item and place; removed where it is 0. */
    private static final MapStateDescriptor<String, HeldStock> STOCK =
            new MapStateDescriptor<>("stock", Types.STRING, PlainTypes.of(HeldStock.class));

    /** Most items of any offer; one number a brand. */
    private static final ValueStateDescriptor<Long> MOST_OFFERED =
            new ValueStateDescriptor<>("most-offered", Types.LONG);

    /**
     * Orders under way by order, item and place; removed when they arrive or are no longer open.
     */
    private static final MapStateDescriptor<String, LateChance> ORDERS =
            new MapStateDescriptor<>("orders", Types.STRING, PlainTypes.of(LateChance.class));

    /** Score told last, by kind of alert; removed once it is cleared. */
    private static final MapStateDescriptor<String, Double> TOLD =
            new MapStateDescriptor<>("told", Types.STRING, Types.DOUBLE);

    /** Epoch day of the last signal. */
    private static final ValueStateDescriptor<Long> HEARD =
            new ValueStateDescriptor<>("heard", Types.LONG);

    private final RiskOptions options;

    private transient ValueState<SupplyHistory> history;
    private transient MapState<SupplySignalKind, SupplySignal> standing;
    private transient MapState<String, HeldStock> stock;
    private transient ValueState<Long> mostOffered;
    private transient MapState<String, LateChance> orders;
    private transient MapState<String, Double> told;
    private transient ValueState<Long> heard;

    SupplyRiskFunction(RiskOptions options) {
        super(SupplySignal.class, SupplySignal::id);
        this.options = options;
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        history = getRuntimeContext().getState(HISTORY);
        standing = getRuntimeContext().getMapState(STANDING);
        stock = getRuntimeContext().getMapState(STOCK);
        mostOffered = getRuntimeContext().getState(MOST_OFFERED);
        orders = getRuntimeContext().getMapState(ORDERS);
        told = getRuntimeContext().getMapState(TOLD);
        heard = getRuntimeContext().getState(HEARD);
    }

    @Override
    protected void inOrder(SupplySignal signal, Context context, Collector<RiskAlert> out)
            throws Exception {
        LocalDate day = options.days().dayOf(context.timestamp());
        heard.update(Math.max(day.toEpochDay(), heard.value() == null ? 0 : heard.value()));
        switch (signal.kind()) {
            case DELIVERY -> delivered(signal, day.toEpochDay());
            case ORDER -> ordered(signal);
            case STOCK -> HeldStocks.put(stock, signal);
            case TERMS -> agreed(signal);
            case STAGE -> standing.put(SupplySignalKind.STAGE, signal);
            case OFFER -> offered(signal);
            case ITEM -> throw new IllegalStateException("An item is joined, not handed on.");
        }
        closeDay(day, context);
    }

    private void delivered(SupplySignal signal, long day) throws Exception {
        orders.remove(key(signal));
        history.update(
                known().plus(
                                day,
                                signal.delayDays(),
                                signal.units(),
                                signal.delivered(),
                                options.rules().halfLifeDays()));
    }

    private void ordered(SupplySignal signal) throws Exception {
        if (signal.units() > 0) {
            orders.put(key(signal), signal.late());
        } else {
            orders.remove(key(signal));
        }
    }

    private void offered(SupplySignal offer) throws Exception {
        standing.put(SupplySignalKind.OFFER, offer);
        long before = mostOffered.value() == null ? 0 : mostOffered.value();
        mostOffered.update(Math.max(before, offer.units()));
    }

    /** How far offers and deliveries have fallen off. */
    private Engagement engagement(SupplyHistory now) throws Exception {
        SupplySignal offer = standing.get(SupplySignalKind.OFFER);
        return Engagement.of(
                offer == null ? 0 : offer.units(),
                offer == null ? 0 : mostOffered.value(),
                now,
                options.rules().halfLifeDays());
    }

    private static String key(SupplySignal signal) {
        return LateChance.key(signal.order(), signal.item(), signal.place());
    }

    /** What the open orders let expect; those that are no longer open are forgotten. */
    private ExpectedLate expected(LocalDate day) throws Exception {
        TreeMap<String, LateChance> open = new TreeMap<>();
        for (Map.Entry<String, LateChance> entry : orders.entries()) {
            open.put(entry.getKey(), entry.getValue());
        }
        for (Map.Entry<String, LateChance> entry : open.entrySet()) {
            long overdue = ChronoUnit.DAYS.between(entry.getValue().dueDay(), day);
            if (!entry.getValue().isOpen(day) || overdue > WATCHED_DAYS) {
                orders.remove(entry.getKey());
            }
        }
        return ExpectedLate.of(open.values(), day);
    }

    private SupplyHistory known() throws Exception {
        return history.value() == null ? SupplyHistory.NONE : history.value();
    }

    private void agreed(SupplySignal signal) throws Exception {
        SupplySignal before = standing.get(SupplySignalKind.TERMS);
        if (before == null || signal.version() >= before.version()) {
            standing.put(SupplySignalKind.TERMS, signal);
        }
    }

    @Override
    protected void onOwnTimer(long time, OnTimerContext context, Collector<RiskAlert> out)
            throws Exception {
        LocalDate day = options.days().dayOf(time);
        if (options.days().isOver(day)) {
            return;
        }
        for (RiskAlert alert : judge(context.getCurrentKey(), day)) {
            out.collect(alert);
        }
        if (day.toEpochDay() - heard.value() < WATCHED_DAYS) {
            closeDay(day.plusDays(1), context);
        }
    }

    private List<RiskAlert> judge(String brand, LocalDate day) throws Exception {
        SupplySignal terms = standing.get(SupplySignalKind.TERMS);
        SupplySignal stage = standing.get(SupplySignalKind.STAGE);
        ExitRisk agreed =
                ExitRisk.of(
                        stage == null ? "" : stage.stage(),
                        stage == null ? "" : stage.note(),
                        terms == null ? ExitRisk.OPEN : terms.lastDay(),
                        day.toEpochDay(),
                        options.rules());
        SupplyHistory now = known().at(day.toEpochDay(), options.rules().halfLifeDays());
        ExitRisk exit = ExitRisk.of(agreed, engagement(now));
        // Of a brand that has ended nothing more is to come, so silence says nothing.
        SupplyRisk broken =
                agreed.score() == 1
                        ? new SupplyRisk(0, exit.reason())
                        : SupplyRisk.of(
                                now, terms == null ? 0 : (double) terms.units(), expected(day));
        String supplier = terms == null ? "" : terms.supplier();
        List<RiskAlert> alerts = new ArrayList<>();
        tell(RiskAlert.SUPPLY_BREAK, brand, supplier, day, broken.score(), broken.reason(), alerts);
        tell(RiskAlert.EXIT, brand, supplier, day, exit.score(), exit.reason(), alerts);
        return alerts;
    }

    private void tell(
            String kind,
            String brand,
            String supplier,
            LocalDate day,
            double score,
            String reason,
            List<RiskAlert> alerts)
            throws Exception {
        double before = told.contains(kind) ? told.get(kind) : 0;
        String news = RiskAlert.news(before, score, options.rules().alertAt());
        if (news.isEmpty()) {
            return;
        }
        if (news.equals("cleared")) {
            told.remove(kind);
        } else {
            told.put(kind, score);
        }
        ExposedStock exposed = ExposedStock.of(HeldStocks.all(stock));
        alerts.add(
                new RiskAlert(
                        kind,
                        brand,
                        supplier,
                        day,
                        news,
                        score,
                        reason,
                        exposed.items(),
                        exposed.units(),
                        exposed.value()));
    }

    private void closeDay(LocalDate day, Context context) throws Exception {
        registerTimer(options.days().endMillis(day), context);
    }
}
