package io.quartermaster.pipelines.replenishment;

import io.quartermaster.domain.governance.Quarantined;
import io.quartermaster.domain.replenishment.NegotiationLine;
import io.quartermaster.domain.replenishment.PlanChanges;
import io.quartermaster.domain.replenishment.PlanLine;
import io.quartermaster.domain.replenishment.PlanRecords;
import io.quartermaster.domain.replenishment.PlanSummary;
import io.quartermaster.domain.replenishment.PlanVersion;
import io.quartermaster.domain.replenishment.PurchaseOrder;
import io.quartermaster.domain.replenishment.SupplierGroup;
import io.quartermaster.pipelines.event.PlainTypes;
import io.quartermaster.pipelines.replenishment.sandbox.SolverSandbox;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;
import org.apache.flink.util.OutputTag;

/**
 * Plans each supplier when the day before a plan day is over, and between plan days, warm, the
 * components that events have touched. Solving runs in a pool beside the task, all suppliers of a
 * plan day at a time; the task waits for them in its mailbox before it lets the watermark pass, so
 * that orders of one plan day are known to the next and no solve is open when a checkpoint is
 * taken. After a failure the timers bring a plan back, with the same numbers.
 *
 * <p>Events wait per supplier until the watermark reaches them and are worked off in the order of
 * (time, id). A forecast sets the timer of its plan.
 */
final class SupplierPlanOperator extends AbstractStreamOperator<PlanLine>
        implements OneInputStreamOperator<SupplyEvent, PlanLine>, Triggerable<String, String> {

    private static final long serialVersionUID = 1L;

    static final OutputTag<PlanSummary> SUMMARIES =
            new OutputTag<>("summaries", PlainTypes.of(PlanSummary.class));
    static final OutputTag<PurchaseOrder> PURCHASE_ORDERS =
            new OutputTag<>("purchase-orders", PlainTypes.of(PurchaseOrder.class));

    static final OutputTag<NegotiationLine> NEGOTIATION =
            new OutputTag<>("negotiation", PlainTypes.of(NegotiationLine.class));

    static final OutputTag<Quarantined> REFUSED =
            new OutputTag<>("refused-steps", PlainTypes.of(Quarantined.class));

    /** Events by time; the timer of that time ends an entry. */
    private static final MapStateDescriptor<Long, List<SupplyEvent>> WAITING =
            new MapStateDescriptor<>(
                    "waiting", Types.LONG, Types.LIST(PlainTypes.of(SupplyEvent.class)));

    private static final String EVENT = "event";
    private static final String PLAN = "plan";
    private static final String REPLAN = "replan";

    private final ReplenishmentOptions options;
    private final transient MailboxExecutor mailbox;

    private transient InternalTimerService<String> timers;
    private transient MapState<Long, List<SupplyEvent>> waiting;
    private transient SupplierState state;
    private transient TreeSet<Long> planTimes;
    private transient TreeSet<String> due;
    private transient TreeSet<String> again;
    private transient SolvePool pool;
    private transient PlanMeters meters;

    SupplierPlanOperator(
            ReplenishmentOptions options,
            MailboxExecutor mailbox,
            ProcessingTimeService processingTimeService) {
        this.processingTimeService = processingTimeService;
        this.options = options;
        this.mailbox = mailbox;
    }

    @Override
    public void open() throws Exception {
        super.open();
        timers = getInternalTimerService("supply", StringSerializer.INSTANCE, this);
        waiting = getKeyedStateStore().getMapState(WAITING);
        state = new SupplierState(getKeyedStateStore(), options);
        planTimes = new TreeSet<>();
        due = new TreeSet<>();
        again = new TreeSet<>();
        timers.forEachEventTimeTimer(
                (kind, time) -> {
                    if (!kind.equals(EVENT)) {
                        planTimes.add(time);
                    }
                });
        meters = new PlanMeters(getMetricGroup());
        pool = pool();
    }

    private SolvePool pool() {
        SolverSandbox sandbox = options.sandbox().open();
        meters.watch(sandbox);
        return new SolvePool(
                Solvers.planner(
                        options.solver(),
                        options.maxIterations(),
                        options.effort(),
                        sandbox::linear),
                sandbox,
                options.sandbox().deadlineSeconds(),
                options.concurrentSolves(),
                options.negotiationSheet(),
                mailbox);
    }

    @Override
    public void processElement(StreamRecord<SupplyEvent> element) throws Exception {
        SupplyEvent event = element.getValue();
        long time = element.getTimestamp();
        if (time <= timers.currentWatermark()) {
            meters.late();
            state.applyLate(event, time, voice(time));
            boolean goesOn = timers.currentWatermark() < Watermark.MAX_WATERMARK.getTimestamp();
            if (goesOn && options.replans() && state.isTouched()) {
                planAgainAfter(timers.currentWatermark() + 1);
            }
            return;
        }
        List<SupplyEvent> sameTime = waiting.get(time);
        List<SupplyEvent> longer = sameTime == null ? new ArrayList<>(1) : sameTime;
        longer.add(event);
        waiting.put(time, longer);
        timers.registerEventTimeTimer(EVENT, time);
        if (event.forecast() != null) {
            timers.registerEventTimeTimer(PLAN, time);
            planTimes.add(time);
        } else if (options.replans() && event.demand() == null) {
            planAgainAfter(time);
        }
    }

    /** Whether anything was touched is asked when the time has come. */
    private void planAgainAfter(long time) {
        long at = options.replan().timeOf(time);
        timers.registerEventTimeTimer(REPLAN, at);
        planTimes.add(at);
    }

    @Override
    public void onEventTime(InternalTimer<String, String> timer) throws Exception {
        if (timer.getNamespace().equals(PLAN)) {
            due.add(timer.getKey());
            return;
        }
        if (timer.getNamespace().equals(REPLAN)) {
            again.add(timer.getKey());
            return;
        }
        List<SupplyEvent> events = waiting.get(timer.getTimestamp());
        waiting.remove(timer.getTimestamp());
        events.sort(Comparator.comparing(SupplyEvent::id));
        for (SupplyEvent event : events) {
            state.apply(event, timer.getTimestamp(), voice(timer.getTimestamp()));
        }
    }

    @Override
    public void onProcessingTime(InternalTimer<String, String> timer) {
        throw new IllegalStateException("No timer of processing time is ever set.");
    }

    /** Stops at each plan time on the way to the watermark, and plans what is due there. */
    @Override
    public void processWatermark(Watermark mark) throws Exception {
        while (!planTimes.isEmpty() && planTimes.first() <= mark.getTimestamp()) {
            long time = planTimes.pollFirst();
            advance(time);
            planDue(time);
        }
        advance(mark.getTimestamp());
        output.emitWatermark(mark);
    }

    private void advance(long time) throws Exception {
        getTimeServiceManager().orElseThrow().advanceWatermark(new Watermark(time));
    }

    private void planDue(long time) throws Exception {
        Map<String, DuePlan> groups = new TreeMap<>();
        again.removeAll(due);
        for (String supplier : due) {
            setCurrentKey(supplier);
            gather(supplier, true, time, groups);
        }
        for (String supplier : again) {
            setCurrentKey(supplier);
            if (state.isTouched() && state.memory().isPlanned()) {
                gather(supplier, false, time, groups);
            }
        }
        due.clear();
        again.clear();
        Map<String, SolvePool.Task> tasks = new TreeMap<>();
        groups.forEach((supplier, group) -> tasks.put(supplier, group.task()));
        Map<String, SolvePool.Solved> plans = pool.solve(tasks);
        for (Map.Entry<String, DuePlan> entry : groups.entrySet()) {
            setCurrentKey(entry.getKey());
            handOn(entry.getValue(), plans.get(entry.getKey()), time);
        }
    }

    private void gather(String supplier, boolean regular, long time, Map<String, DuePlan> groups)
            throws Exception {
        // The last instant of a day is the eve of its next; so is the first one after it.
        LocalDate planDay =
                LocalDate.ofInstant(Instant.ofEpochMilli(regular ? time : time - 1), ZoneOffset.UTC)
                        .plusDays(1);
        // A day's last instant ends it; what events cause comes while the day still goes on.
        LocalDate over =
                LocalDate.ofInstant(Instant.ofEpochMilli(time + 1), ZoneOffset.UTC).minusDays(1);
        state.closeDays(planDay, over, Instant.ofEpochMilli(time), voice(time));
        Optional<SupplierGroup> group = state.group(supplier, planDay, regular);
        state.planned(planDay);
        if (group.isPresent()) {
            groups.put(supplier, DuePlan.of(group.get(), state, options.replan(), regular));
        }
    }

    private void handOn(DuePlan due, SolvePool.Solved solved, long time) throws Exception {
        SupplierGroup group = due.group();
        PlanChanges changes = due.changes(solved);
        PlanVersion version =
                state.memory()
                        .next(
                                group.supplier(),
                                group.planDay(),
                                due.cause(),
                                Instant.ofEpochMilli(time));
        PlanRecords records =
                PlanRecords.of(
                        group,
                        solved.plan(),
                        version,
                        changes,
                        state.memory().daysToNextPlan(group.planDay(), options.planEveryDays()));
        meters.planned(solved, changes, due.regular());
        state.place(group, solved.plan(), records, version, voice(time));
        records.lines().forEach(line -> output.collect(new StreamRecord<>(line, time)));
        output.collect(SUMMARIES, new StreamRecord<>(records.summary(), time));
        NegotiationLine.of(group, records.summary().planVersion(), solved.sheet())
                .forEach(line -> output.collect(NEGOTIATION, new StreamRecord<>(line, time)));
    }

    private SupplyVoice voice(long time) {
        return new SupplyVoice() {
            @Override
            public void order(PurchaseOrder order) {
                output.collect(PURCHASE_ORDERS, new StreamRecord<>(order, time));
            }

            @Override
            public void refused(Quarantined step) {
                meters.refused();
                output.collect(REFUSED, new StreamRecord<>(step, time));
            }
        };
    }

    @Override
    public void close() throws Exception {
        if (pool != null) {
            pool.close();
        }
        super.close();
    }
}
