package io.quartermaster.pipelines.replenishment;

import io.quartermaster.domain.governance.Quarantined;
import io.quartermaster.domain.replenishment.NegotiationLine;
import io.quartermaster.domain.replenishment.PlanLine;
import io.quartermaster.domain.replenishment.PlanRecords;
import io.quartermaster.domain.replenishment.PlanSummary;
import io.quartermaster.domain.replenishment.PurchaseOrder;
import io.quartermaster.domain.replenishment.SupplierGroup;
import io.quartermaster.domain.replenishment.SupplierPlan;
import io.quartermaster.pipelines.event.PlainTypes;
import io.quartermaster.pipelines.replenishment.sandbox.SolverSandbox;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
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
 * Plans each supplier when the day before a plan day is over. Solving runs in a pool beside the
 * task, all suppliers of a plan day at a time; the task waits for them in its mailbox before it
 * lets the watermark pass, so that orders of one plan day are known to the next and no solve is
 * open when a checkpoint is taken. After a failure the timers bring a plan back, with the same
 * numbers.
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

    private final ReplenishmentOptions options;
    private final transient MailboxExecutor mailbox;

    private transient InternalTimerService<String> timers;
    private transient MapState<Long, List<SupplyEvent>> waiting;
    private transient SupplierState state;
    private transient TreeSet<Long> planTimes;
    private transient TreeSet<String> due;
    private transient SolvePool pool;
    private transient Counter late;
    private transient Counter refused;
    private transient Counter fallbacks;
    private transient Counter millis;

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
        timers.forEachEventTimeTimer(
                (kind, time) -> {
                    if (kind.equals(PLAN)) {
                        planTimes.add(time);
                    }
                });
        late = getMetricGroup().counter("late_total");
        refused = getMetricGroup().counter("refused_steps_total");
        fallbacks = getMetricGroup().counter("plan_fallbacks_total");
        millis = getMetricGroup().counter("plan_millis_total");
        pool = pool();
    }

    private SolvePool pool() {
        SolverSandbox sandbox = options.sandbox().open();
        getMetricGroup().<Long, Gauge<Long>>gauge("solver_memory_bytes", sandbox::memoryBytes);
        getMetricGroup()
                .<Integer, Gauge<Integer>>gauge(
                        "solver_processes_started", sandbox::processesStarted);
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
            late.inc();
            state.apply(event, time, voice(time));
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
        }
    }

    @Override
    public void onEventTime(InternalTimer<String, String> timer) throws Exception {
        if (timer.getNamespace().equals(PLAN)) {
            due.add(timer.getKey());
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
        LocalDate planDay =
                LocalDate.ofInstant(Instant.ofEpochMilli(time), ZoneOffset.UTC).plusDays(1);
        Map<String, SolvePool.Task> tasks = new TreeMap<>();
        for (String supplier : due) {
            setCurrentKey(supplier);
            SupplierGroup group =
                    state.group(supplier, planDay, Instant.ofEpochMilli(time), voice(time));
            if (!group.members().isEmpty()) {
                tasks.put(supplier, new SolvePool.Task(group, state.lastPlan(group)));
            }
        }
        due.clear();
        Map<String, SolvePool.Solved> plans = pool.solve(tasks);
        for (Map.Entry<String, SolvePool.Task> entry : tasks.entrySet()) {
            setCurrentKey(entry.getKey());
            handOn(entry.getValue().group(), plans.get(entry.getKey()), time);
        }
    }

    private void handOn(SupplierGroup group, SolvePool.Solved solved, long time) throws Exception {
        PlanRecords records = PlanRecords.of(group, solved.plan(), options.planEveryDays());
        millis.inc(solved.millis());
        if (solved.plan().status() != SupplierPlan.Status.OPTIMAL) {
            fallbacks.inc();
        }
        state.place(group, solved.plan().plan(), records, Instant.ofEpochMilli(time), voice(time));
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
                refused.inc();
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
