package io.quartermaster.pipelines.brand;

import io.quartermaster.domain.brand.BrandPrior;
import io.quartermaster.domain.brand.BrandRates;
import io.quartermaster.domain.satisfaction.Evidence;
import io.quartermaster.domain.satisfaction.SatisfactionRules;
import io.quartermaster.pipelines.event.DayClock;
import io.quartermaster.pipelines.event.EventTimeOrderedFunction;
import io.quartermaster.pipelines.event.PlainTypes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.Collector;

/**
 * Hands on what every clustered brand may expect of returns and satisfaction, each time that brands
 * are clustered. Keyed by one key for all, since a brand learns from the others.
 *
 * <p>Late news is only remembered: the priors of its day have gone out.
 */
final class BrandPriorFunction extends EventTimeOrderedFunction<String, PriorNews, BrandPrior> {

    private static final long serialVersionUID = 1L;

    /** What is known of each brand; kept as long as the platform remembers the brand. */
    private static final MapStateDescriptor<String, BrandRates> RATES =
            new MapStateDescriptor<>("rates", Types.STRING, PlainTypes.of(BrandRates.class));

    private final SatisfactionRules rules;
    private final DayClock clock;

    private transient MapState<String, BrandRates> rates;

    BrandPriorFunction(SatisfactionRules rules, DayClock clock) {
        super(PriorNews.class, PriorNews::id);
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        rates = getRuntimeContext().getMapState(RATES);
    }

    @Override
    protected void inOrder(PriorNews news, Context context, Collector<BrandPrior> out)
            throws Exception {
        remember(news);
        if (news.cluster() != null) {
            registerTimer(context.timestamp(), context);
        }
    }

    @Override
    protected void late(PriorNews news, Context context, Collector<BrandPrior> out)
            throws Exception {
        remember(news);
    }

    private void remember(PriorNews news) throws Exception {
        BrandRates before = rates.get(news.brand());
        BrandRates known =
                before == null
                        ? new BrandRates(
                                news.brand(), "", "", LocalDate.EPOCH, new double[Evidence.COUNT])
                        : before;
        if (news.evidence() != null) {
            rates.put(news.brand(), with(news, known));
        } else {
            boolean offer = news.offer() != null;
            rates.put(
                    news.brand(),
                    new BrandRates(
                            known.brand(),
                            offer ? known.cluster() : news.cluster().cluster(),
                            offer ? news.offer().category() : known.category(),
                            known.day(),
                            known.sums()));
        }
    }

    private static BrandRates with(PriorNews news, BrandRates known) {
        boolean later = news.evidence().eventDay().isBefore(known.day());
        String category =
                known.category().isEmpty() ? news.evidence().category() : known.category();
        return later
                ? known
                : new BrandRates(
                        known.brand(),
                        known.cluster(),
                        category,
                        news.evidence().eventDay(),
                        news.evidence().sums());
    }

    @Override
    protected void onOwnTimer(long time, OnTimerContext context, Collector<BrandPrior> out)
            throws Exception {
        Map<String, BrandRates> byName = new TreeMap<>();
        for (Map.Entry<String, BrandRates> entry : rates.entries()) {
            byName.put(entry.getKey(), entry.getValue());
        }
        LocalDate day = clock.dayOf(time);
        List<BrandRates> market = new ArrayList<>(byName.values());
        for (BrandRates brand : market) {
            if (!brand.cluster().isEmpty()) {
                out.collect(BrandPrior.of(day, brand, market, rules));
            }
        }
    }
}
