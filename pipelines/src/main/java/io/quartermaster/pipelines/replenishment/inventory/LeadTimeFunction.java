package io.quartermaster.pipelines.replenishment.inventory;

import io.quartermaster.domain.replenishment.justintime.LeadTimeCounts;
import io.quartermaster.domain.replenishment.justintime.LeadTimeDistribution;
import io.quartermaster.pipelines.event.EventTimeOrderedFunction;
import io.quartermaster.pipelines.event.PlainTypes;
import java.time.LocalDate;
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
 * Learns how long a supplier's orders take, and tells of each of its items at the end of a review
 * day before which something was news. An order whose day nobody told was placed, so it is taken,
 * the agreed lead time before its promise. Keyed by supplier.
 */
final class LeadTimeFunction
        extends EventTimeOrderedFunction<String, LeadNews, LeadTimeDistribution> {

    private static final long serialVersionUID = 1L;

    /** The supplier's deliveries; one record a supplier. */
    private static final ValueStateDescriptor<LeadTimeCounts> POOLED =
            new ValueStateDescriptor<>("pooled", PlainTypes.of(LeadTimeCounts.class));

    /** Deliveries by item; one record an item, as long as the supplier is known. */
    private static final MapStateDescriptor<String, LeadTimeCounts> OWN =
            new MapStateDescriptor<>("own", Types.STRING, PlainTypes.of(LeadTimeCounts.class));

    /** Brand of each item of the supplier; as those. */
    private static final MapStateDescriptor<String, String> BRANDS =
            new MapStateDescriptor<>("brands", Types.STRING, Types.STRING);

    /** Terms of the highest version by brand. */
    private static final MapStateDescriptor<String, LeadNews> TERMS =
            new MapStateDescriptor<>("terms", Types.STRING, PlainTypes.of(LeadNews.class));

    private final InventoryOptions options;

    private transient ValueState<LeadTimeCounts> pooled;
    private transient MapState<String, LeadTimeCounts> own;
    private transient MapState<String, String> brands;
    private transient MapState<String, LeadNews> terms;

    LeadTimeFunction(InventoryOptions options) {
        super(LeadNews.class, LeadNews::orderOfOneTime);
        this.options = options;
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        pooled = getRuntimeContext().getState(POOLED);
        own = getRuntimeContext().getMapState(OWN);
        brands = getRuntimeContext().getMapState(BRANDS);
        terms = getRuntimeContext().getMapState(TERMS);
    }

    @Override
    protected void inOrder(LeadNews news, Context context, Collector<LeadTimeDistribution> out)
            throws Exception {
        switch (news.kind()) {
            case ITEM -> brands.put(news.item(), news.brand());
            case TERMS -> agree(news);
            case DELIVERY -> deliver(news);
            case ORDER -> throw new IllegalStateException("An order is joined, not handed on.");
        }
        LocalDate review = options.reviewOf(options.days().dayOf(context.timestamp()));
        registerTimer(options.days().endMillis(review), context);
    }

    private void agree(LeadNews news) throws Exception {
        LeadNews before = terms.get(news.brand());
        if (before == null || news.version() >= before.version()) {
            terms.put(news.brand(), news);
        }
    }

    private void deliver(LeadNews news) throws Exception {
        brands.put(news.item(), news.brand());
        long ordered = news.orderedOn();
        if (ordered == LeadNews.UNKNOWN) {
            if (news.promisedOn() == LeadNews.UNKNOWN) {
                return;
            }
            ordered = news.promisedOn() - agreedDays(news.brand());
        }
        long took = news.receivedOn() - ordered;
        double halfLife = options.leadTimes().halfLifeDays();
        LeadTimeCounts all = pooled.value() == null ? LeadTimeCounts.NONE : pooled.value();
        pooled.update(all.plus(news.receivedOn(), took, halfLife));
        own.put(news.item(), own(news.item()).plus(news.receivedOn(), took, halfLife));
    }

    @Override
    protected void onOwnTimer(
            long time, OnTimerContext context, Collector<LeadTimeDistribution> out)
            throws Exception {
        LocalDate day = options.days().dayOf(time);
        if (options.days().isOver(day)) {
            return;
        }
        LeadTimeCounts all = pooled.value() == null ? LeadTimeCounts.NONE : pooled.value();
        Map<String, String> items = new TreeMap<>();
        for (Map.Entry<String, String> item : brands.entries()) {
            items.put(item.getKey(), item.getValue());
        }
        for (Map.Entry<String, String> item : items.entrySet()) {
            out.collect(
                    LeadTimeDistribution.of(
                            item.getKey(),
                            context.getCurrentKey(),
                            day,
                            own(item.getKey()),
                            all,
                            agreedDays(item.getValue()),
                            options.leadTimes()));
        }
    }

    private LeadTimeCounts own(String item) throws Exception {
        LeadTimeCounts known = own.get(item);
        return known == null ? LeadTimeCounts.NONE : known;
    }

    private int agreedDays(String brand) throws Exception {
        LeadNews agreed = terms.get(brand);
        return agreed == null ? options.withoutTermsDays() : agreed.leadTimeDays();
    }
}
