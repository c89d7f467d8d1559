package io.quartermaster.pipelines.replenishment.inventory;

import io.quartermaster.domain.replenishment.LotOrder;
import io.quartermaster.domain.replenishment.lots.LotAllocation;
import io.quartermaster.domain.replenishment.lots.LotBook;
import io.quartermaster.domain.replenishment.lots.MovementKind;
import io.quartermaster.domain.replenishment.lots.MovementLog;
import io.quartermaster.domain.replenishment.lots.PlaceLedger;
import io.quartermaster.domain.replenishment.lots.StockMovement;
import io.quartermaster.domain.replenishment.lots.StockValue;
import io.quartermaster.pipelines.event.EventTimeOrderedFunction;
import io.quartermaster.pipelines.event.PlainTypes;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Keeps the books of an item's lots: allocates what leaves as it leaves, values stock at the end of
 * each day on which something moved, and takes back and tells anew what a correction changes.
 *
 * <p>A report that changes nothing before it is booked on the books as they stand. A cancellation,
 * a corrected lot, a repeat or a late report replays the days that may still change from the books
 * of the last settled day; what differs from what was told is told with the next revision. Keyed by
 * item.
 */
final class LotFunction extends EventTimeOrderedFunction<String, StockMovement, LotAllocation> {

    private static final long serialVersionUID = 1L;

    /** Values of days on which something moved. */
    static final OutputTag<StockValue> VALUES =
            new OutputTag<>("values", PlainTypes.of(StockValue.class));

    /** What lies at each place at the end of a day on which something was reported. */
    static final OutputTag<HeldLots> HELD = new OutputTag<>("held", PlainTypes.of(HeldLots.class));

    private final InventoryOptions options;

    private transient LotState state;
    private transient LotCorrection correction;

    LotFunction(InventoryOptions options) {
        super(StockMovement.class, StockMovement::orderOfOneTime);
        this.options = options;
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        state = new LotState(getRuntimeContext());
        correction = new LotCorrection(state, options);
    }

    @Override
    protected void inOrder(StockMovement report, Context context, Collector<LotAllocation> out)
            throws Exception {
        LotTeller teller = new LotTeller(state, context, out);
        if (options.days().isOver(report.day())) {
            refuse(report, teller);
            return;
        }
        begin(report.day());
        boolean plain = isPlain(report);
        take(report, Long.MIN_VALUE, context);
        if (plain) {
            for (LotOrder method : options.methods()) {
                book(method, report.item(), teller).book(report);
            }
        } else {
            correction.replay(report.item(), report.day().minusDays(1), teller);
        }
    }

    @Override
    protected void late(StockMovement report, Context context, Collector<LotAllocation> out)
            throws Exception {
        LotTeller teller = new LotTeller(state, context, out);
        if (options.days().isOver(report.day())) {
            refuse(report, teller);
            return;
        }
        begin(report.day());
        LocalDate settled = state.progress.value().settledThrough();
        StockMovement open =
                report.day().isAfter(settled)
                        ? report
                        : report.at(
                                Instant.ofEpochMilli(options.days().endMillis(settled) + 1),
                                settled.plusDays(1));
        long watermark = context.timerService().currentWatermark();
        take(open, watermark, context);
        correction.replay(report.item(), overAt(watermark), teller);
    }

    @Override
    protected void onOwnTimer(long time, OnTimerContext context, Collector<LotAllocation> out)
            throws Exception {
        LocalDate day = options.days().dayOf(time);
        LotTeller teller = new LotTeller(state, context, out);
        String item = context.getCurrentKey();
        for (LotOrder method : options.methods()) {
            book(method, item, teller).close(day);
        }
        for (PlaceLedger ledger : state.standing(options.methods().get(0)).ledgers()) {
            if (!ledger.place().isEmpty()) {
                context.output(HELD, HeldLots.of(item, day, ledger));
            }
        }
        correction.settle(item, day);
    }

    /** The books of an item begin on the day before its first report. */
    private void begin(LocalDate day) throws Exception {
        if (state.progress.value() == null) {
            state.progress.update(new LotProgress(day.minusDays(1), false));
        }
    }

    /** Whether it changes nothing that was booked before. */
    private boolean isPlain(StockMovement report) throws Exception {
        boolean plain =
                MovementLog.objection(report).isEmpty()
                        && !state.reports.contains(report.name())
                        && !state.progress.value().corrected();
        return switch (report.kind()) {
            case RECEIPT -> plain && report.version() == 1;
            case CANCELLATION ->
                    plain && !state.reports.contains(MovementKind.SALE + "|" + report.about());
            case SALE, RETURN, COST, COUNT -> plain;
        };
    }

    private void take(StockMovement report, long after, Context context) throws Exception {
        state.keep(report);
        closeLater(report.day(), after, context);
        if (report.expiresOn() != null && report.expiresOn().isAfter(report.day())) {
            closeLater(report.expiresOn(), after, context);
        }
        if (report.version() > 1) {
            state.progress.update(state.progress.value().withCorrection());
        }
    }

    /** Asks to close a day, unless it was over before a late report came: a replay closes those. */
    private void closeLater(LocalDate day, long after, Context context) throws Exception {
        long end = options.days().endMillis(day);
        if (!options.days().isOver(day) && end > after) {
            registerTimer(end, context);
        }
    }

    private LotBook book(LotOrder method, String item, LotTeller teller) {
        return new LotBook(item, method, options.lots(), state.standing(method), teller);
    }

    private void refuse(StockMovement report, LotTeller teller) {
        for (LotOrder method : options.methods()) {
            book(method, report.item(), teller)
                    .refuse(report, "after the run's last day, " + options.days().lastDay());
        }
    }

    /** The last day of the run that is over at a watermark. */
    private LocalDate overAt(long watermark) {
        LocalDate over =
                watermark == Long.MAX_VALUE
                        ? LocalDate.MAX
                        : options.days().dayOf(watermark + 1).minusDays(1);
        return options.days().isOver(over) ? options.days().lastDay() : over;
    }
}
