package io.quartermaster.pipelines.risk;

import io.quartermaster.domain.risk.ExposedStock;
import io.quartermaster.domain.risk.HeldStock;
import io.quartermaster.domain.risk.Herfindahl;
import io.quartermaster.domain.risk.RiskAlert;
import io.quartermaster.domain.satisfaction.DecayCounter;
import io.quartermaster.pipelines.event.EventTimeOrderedFunction;
import io.quartermaster.pipelines.event.PlainTypes;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
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
 * Judges at the end of each day with a delivery how much a category leans on few suppliers: the
 * Herfindahl index of decayed units delivered. What is exposed is the stock of the largest. Keyed
 * by category.
 */
final class ConcentrationFunction
        extends EventTimeOrderedFunction<String, SupplySignal, RiskAlert> {

    private static final long serialVersionUID = 1L;
    private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

    /** Decayed units delivered, by supplier; as many as deliver the category. */
    private static final MapStateDescriptor<String, DecayCounter> UNITS =
            new MapStateDescriptor<>("units", Types.STRING, PlainTypes.of(DecayCounter.class));

    /** Stock by item and place; removed where it is 0. */
    private static final MapStateDescriptor<String, HeldStock> STOCK =
            new MapStateDescriptor<>("stock", Types.STRING, PlainTypes.of(HeldStock.class));

    /** Index told last; cleared with the alert. */
    private static final ValueStateDescriptor<Double> TOLD =
            new ValueStateDescriptor<>("told", Types.DOUBLE);

    private final RiskOptions options;
    private final Duration halfLife;

    private transient MapState<String, DecayCounter> units;
    private transient MapState<String, HeldStock> stock;
    private transient ValueState<Double> told;

    ConcentrationFunction(RiskOptions options) {
        super(SupplySignal.class, SupplySignal::id);
        this.options = options;
        this.halfLife = Duration.ofMillis((long) (options.rules().halfLifeDays() * DAY_MILLIS));
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        units = getRuntimeContext().getMapState(UNITS);
        stock = getRuntimeContext().getMapState(STOCK);
        told = getRuntimeContext().getState(TOLD);
    }

    @Override
    protected void inOrder(SupplySignal signal, Context context, Collector<RiskAlert> out)
            throws Exception {
        if (signal.kind() == SupplySignalKind.STOCK) {
            HeldStocks.put(stock, signal);
            return;
        }
        long time = context.timestamp();
        DecayCounter sum = units.get(signal.supplier());
        units.put(
                signal.supplier(),
                (sum == null ? DecayCounter.of(1) : sum)
                        .plus(new double[] {signal.delivered()}, time, halfLife));
        registerTimer(options.days().endMillis(options.days().dayOf(time)), context);
    }

    @Override
    protected void onOwnTimer(long time, OnTimerContext context, Collector<RiskAlert> out)
            throws Exception {
        LocalDate day = options.days().dayOf(time);
        Map<String, Double> now = new TreeMap<>();
        for (Map.Entry<String, DecayCounter> entry : units.entries()) {
            now.put(entry.getKey(), entry.getValue().at(time, halfLife)[0]);
        }
        double index = Herfindahl.of(now.values().stream().mapToDouble(sum -> sum).toArray());
        double before = told.value() == null ? 0 : told.value();
        String news = RiskAlert.news(before, index, options.rules().concentratedAt());
        if (news.isEmpty() || options.days().isOver(day)) {
            return;
        }
        if (news.equals("cleared")) {
            told.clear();
        } else {
            told.update(index);
        }
        out.collect(alert(context.getCurrentKey(), day, news, index, now));
    }

    private RiskAlert alert(
            String category, LocalDate day, String news, double index, Map<String, Double> now)
            throws Exception {
        String largest = "";
        double total = 0;
        for (Map.Entry<String, Double> entry : now.entrySet()) {
            boolean isMore = largest.isEmpty() || entry.getValue() > now.get(largest);
            largest = isMore ? entry.getKey() : largest;
            total += entry.getValue();
        }
        String supplier = largest;
        ExposedStock exposed =
                ExposedStock.of(
                        HeldStocks.all(stock).stream()
                                .filter(held -> held.supplier().equals(supplier))
                                .toList());
        return new RiskAlert(
                RiskAlert.CONCENTRATION,
                category,
                supplier,
                day,
                news,
                index,
                String.format(
                        Locale.ROOT,
                        "%.0f %% of units delivered come from %s, of %d suppliers",
                        100 * now.get(supplier) / total,
                        supplier,
                        now.size()),
                exposed.items(),
                exposed.units(),
                exposed.value());
    }
}
