package io.quartermaster.pipelines.demand;

import io.quartermaster.domain.event.Campaign;
import io.quartermaster.pipelines.event.EventTimeOrderedFunction;
import io.quartermaster.pipelines.event.PlainTypes;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.Collector;

/**
 * Tells a brand's campaigns to each of its items, those that enter the catalogue later among them.
 * An item is told of campaigns that leave it out too, since a correction may have put it out. Keyed
 * by brand.
 */
final class CampaignItemsFunction
        extends EventTimeOrderedFunction<String, CampaignNews, CampaignNews> {

    private static final long serialVersionUID = 1L;

    /** The brand's items; as long as the catalogue, so it never ends. */
    private static final MapStateDescriptor<String, Boolean> ITEMS =
            new MapStateDescriptor<>("items", Types.STRING, Types.BOOLEAN);

    /** The brand's campaigns by name, the last version of each; a few a brand, so it never ends. */
    private static final MapStateDescriptor<String, Campaign> CAMPAIGNS =
            new MapStateDescriptor<>("campaigns", Types.STRING, PlainTypes.of(Campaign.class));

    private transient MapState<String, Boolean> items;
    private transient MapState<String, Campaign> campaigns;

    CampaignItemsFunction() {
        super(CampaignNews.class, CampaignNews::order);
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        items = getRuntimeContext().getMapState(ITEMS);
        campaigns = getRuntimeContext().getMapState(CAMPAIGNS);
    }

    @Override
    protected void inOrder(CampaignNews news, Context context, Collector<CampaignNews> out)
            throws Exception {
        if (news.campaign() != null) {
            campaigns.put(news.campaign().campaign(), news.campaign());
            for (String item : inOrder(items.keys())) {
                out.collect(news.to(item));
            }
        } else if (!items.contains(news.item())) {
            items.put(news.item(), true);
            for (String name : inOrder(campaigns.keys())) {
                out.collect(CampaignNews.of(campaigns.get(name)).to(news.item()));
            }
        }
    }

    private static Set<String> inOrder(Iterable<String> keys) {
        Set<String> sorted = new TreeSet<>();
        keys.forEach(sorted::add);
        return sorted;
    }
}
