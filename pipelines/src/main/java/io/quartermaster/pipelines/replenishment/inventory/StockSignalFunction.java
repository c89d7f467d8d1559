package io.quartermaster.pipelines.replenishment.inventory;

import io.quartermaster.domain.replenishment.ItemForecast;
import io.quartermaster.domain.replenishment.OpenOrder;
import io.quartermaster.domain.replenishment.justintime.LeadTimeCounts;
import io.quartermaster.domain.replenishment.justintime.LeadTimeDistribution;
import io.quartermaster.domain.replenishment.justintime.PullSignals;
import io.quartermaster.domain.replenishment.justintime.StockAtHand;
import io.quartermaster.domain.replenishment.justintime.StockSignal;
import io.quartermaster.pipelines.event.EventTimeOrderedFunction;
import io.quartermaster.pipelines.event.PlainTypes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.Collector;

/**
 * Looks at an item's stock at the end of each day: tells its signal where a forecast was made on
 * that day, and where it asks for something else than it was last told to. Keyed by item.
 */
final class StockSignalFunction extends EventTimeOrderedFunction<String, StockNews, StockSignal> {

    private static final long serialVersionUID = 1L;

    /** What lies at each place; as long as the item is sold. */
    private static final MapStateDescriptor<String, HeldLots> HELD =
            new MapStateDescriptor<>("held", Types.STRING, PlainTypes.of(HeldLots.class));

    /** The last forecast of each place; replaced by the next. */
    private static final MapStateDescriptor<String, ItemForecast> FORECASTS =
            new MapStateDescriptor<>("forecasts", Types.STRING, PlainTypes.of(ItemForecast.class));

    /** Orders under way by place and number; their arrival ends them, or long lateness. */
    private static final MapStateDescriptor<String, StockNews> ORDERS =
            new MapStateDescriptor<>("orders", Types.STRING, PlainTypes.of(StockNews.class));

    /** How long orders take; replaced by the next review. */
    private static final ValueStateDescriptor<LeadTimeDistribution> LEAD =
            new ValueStateDescriptor<>("lead", PlainTypes.of(LeadTimeDistribution.class));

    /** The signal told last of each place; replaced by the next. */
    private static final MapStateDescriptor<String, StockSignal> TOLD =
            new MapStateDescriptor<>("told", Types.STRING, PlainTypes.of(StockSignal.class));

    private final InventoryOptions options;

    private transient PullSignals signals;
    private transient MapState<String, HeldLots> held;
    private transient MapState<String, ItemForecast> forecasts;
    private transient MapState<String, StockNews> orders;
    private transient ValueState<LeadTimeDistribution> lead;
    private transient MapState<String, StockSignal> told;

    StockSignalFunction(InventoryOptions options) {
        super(StockNews.class, StockNews::id);
        this.options = options;
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        signals = new PullSignals(options.pull());
        held = getRuntimeContext().getMapState(HELD);
        forecasts = getRuntimeContext().getMapState(FORECASTS);
        orders = getRuntimeContext().getMapState(ORDERS);
        lead = getRuntimeContext().getState(LEAD);
        told = getRuntimeContext().getMapState(TOLD);
    }

    @Override
    protected void inOrder(StockNews news, Context context, Collector<StockSignal> out)
            throws Exception {
        if (news.held() != null) {
            held.put(news.place(), news.held());
        } else if (news.lead() != null) {
            lead.update(news.lead());
        } else if (news.forecast() != null) {
            forecasts.put(news.place(), news.forecast());
        } else if (news.order().units() > 0) {
            orders.put(news.place() + "|" + news.order().purchaseOrder(), news);
        } else {
            orders.remove(news.place() + "|" + news.order().purchaseOrder());
        }
        if (!forecasts.isEmpty()) {
            registerTimer(
                    options.days().endMillis(options.days().dayOf(context.timestamp())), context);
        }
    }

    @Override
    protected void onOwnTimer(long time, OnTimerContext context, Collector<StockSignal> out)
            throws Exception {
        LocalDate day = options.days().dayOf(time);
        if (options.days().isOver(day)) {
            return;
        }
        boolean fresh = false;
        for (ItemForecast forecast : inOrder(forecasts)) {
            boolean covers = day.isBefore(forecast.madeOn().plusDays(forecast.mean().length));
            if (covers && held.contains(forecast.place())) {
                tell(day, forecast, out);
            }
            fresh |= covers;
        }
        if (fresh) {
            registerTimer(options.days().endMillis(day.plusDays(1)), context);
        }
    }

    private void tell(LocalDate day, ItemForecast forecast, Collector<StockSignal> out)
            throws Exception {
        StockSignal now = signals.of(day, stock(forecast.place(), day), forecast, lead(forecast));
        StockSignal before = told.get(forecast.place());
        if (forecast.madeOn().equals(day) || before == null || !before.asksAs(now)) {
            told.put(forecast.place(), now);
            out.collect(now);
        }
    }

    private StockAtHand stock(String place, LocalDate day) throws Exception {
        HeldLots there = held.get(place);
        List<OpenOrder> open = new ArrayList<>();
        List<String> forgotten = new ArrayList<>();
        for (Map.Entry<String, StockNews> order : orders.entries()) {
            if (!order.getValue().isExpected(day)) {
                forgotten.add(order.getKey());
            } else if (order.getValue().place().equals(place)) {
                open.add(order.getValue().order());
            }
        }
        for (String number : forgotten) {
            orders.remove(number);
        }
        open.sort(
                Comparator.comparing(OpenOrder::arrivalDay)
                        .thenComparing(OpenOrder::purchaseOrder));
        return new StockAtHand(
                there.units() - there.shortUnits(), List.of(there.lots()), there.currency(), open);
    }

    /** As agreed with nobody in particular until the supplier's first review. */
    private LeadTimeDistribution lead(ItemForecast forecast) throws Exception {
        LeadTimeDistribution known = lead.value();
        return known != null
                ? known
                : LeadTimeDistribution.of(
                        forecast.item(),
                        "",
                        forecast.madeOn(),
                        LeadTimeCounts.NONE,
                        LeadTimeCounts.NONE,
                        options.withoutTermsDays(),
                        options.leadTimes());
    }

    private static List<ItemForecast> inOrder(MapState<String, ItemForecast> all) throws Exception {
        List<ItemForecast> forecasts = new ArrayList<>();
        all.values().forEach(forecasts::add);
        forecasts.sort(Comparator.comparing(ItemForecast::place));
        return forecasts;
    }
}
