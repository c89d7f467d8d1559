package io.quartermaster.pipelines.brand;

import io.quartermaster.pipelines.event.EventTimeOrderedFunction;
import io.quartermaster.pipelines.event.PlainTypes;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.Collector;

/**
 * Keeps the parts of the last score of each brand and hands on those of all brands, in alphabetical
 * order and with the time of the scores, on each day that is clustered: days of an offer and days
 * of review. Keyed by one key for all, since brands are clustered together.
 *
 * <p>A late score is only remembered: the table of its day has gone out.
 */
final class RatingTableFunction extends EventTimeOrderedFunction<String, RatingNews, RatedBrand> {

    private static final long serialVersionUID = 1L;

    /** Parts of a brand's last score; kept as long as the platform remembers the brand. */
    private static final MapStateDescriptor<String, RatedBrand> RATINGS =
            new MapStateDescriptor<>("ratings", Types.STRING, PlainTypes.of(RatedBrand.class));

    /** Epoch days with an offer whose scores have not come; one or none at a time. */
    private static final MapStateDescriptor<Long, Boolean> OFFERED =
            new MapStateDescriptor<>("offered", Types.LONG, Types.BOOLEAN);

    private final ClusterOptions options;

    private transient MapState<String, RatedBrand> ratings;
    private transient MapState<Long, Boolean> offered;

    RatingTableFunction(ClusterOptions options) {
        super(RatingNews.class, RatingNews::id);
        this.options = options;
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        ratings = getRuntimeContext().getMapState(RATINGS);
        offered = getRuntimeContext().getMapState(OFFERED);
    }

    @Override
    protected void inOrder(RatingNews news, Context context, Collector<RatedBrand> out)
            throws Exception {
        if (news.offer() != null) {
            offered.put(options.calendar().clock().dayOf(context.timestamp()).toEpochDay(), true);
            return;
        }
        remember(news);
        LocalDate day = news.score().eventDay();
        if (options.isDue(day, offered.contains(day.toEpochDay()))) {
            registerTimer(context.timestamp(), context);
        }
    }

    @Override
    protected void late(RatingNews news, Context context, Collector<RatedBrand> out)
            throws Exception {
        if (news.score() != null) {
            remember(news);
        }
    }

    private void remember(RatingNews news) throws Exception {
        String brand = news.score().brand();
        RatedBrand known = ratings.get(brand);
        if (known == null || !known.day().isAfter(news.score().eventDay())) {
            ratings.put(
                    brand, new RatedBrand(brand, news.score().eventDay(), news.score().parts()));
        }
    }

    @Override
    protected void onOwnTimer(long time, OnTimerContext context, Collector<RatedBrand> out)
            throws Exception {
        Map<String, RatedBrand> table = new TreeMap<>();
        LocalDate day = LocalDate.MIN;
        for (Map.Entry<String, RatedBrand> entry : ratings.entries()) {
            table.put(entry.getKey(), entry.getValue());
            day = entry.getValue().day().isAfter(day) ? entry.getValue().day() : day;
        }
        offered.remove(day.toEpochDay());
        for (RatedBrand brand : table.values()) {
            out.collect(new RatedBrand(brand.brand(), day, brand.parts()));
        }
    }
}
