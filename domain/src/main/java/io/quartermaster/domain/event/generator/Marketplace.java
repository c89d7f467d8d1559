package io.quartermaster.domain.event.generator;

import io.quartermaster.domain.event.Event;
import io.quartermaster.domain.event.EventKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Generates a marketplace: brands are offered, judged, launched and ended, customers browse and
 * buy, goods arrive, run out, are delivered, rated and returned. Everything is held in memory until
 * it is sorted: about 1 kB an event.
 */
public final class Marketplace {

    static final String CURRENCY = "EUR";

    private static final String[] REGIONS = {"north", "south", "west", "east"};

    private final MarketplaceOptions options;
    private final EventLog log;
    private final List<BrandProfile> brands = new ArrayList<>();
    private final Map<SkuProfile, DemandModel> models = new LinkedHashMap<>();
    private CampaignStory campaigns;
    private ShownStory showings;

    private Marketplace(MarketplaceOptions options) {
        this.options = options;
        this.log = new EventLog(options);
    }

    /**
     * Hands on every event, kind by kind, each kind in time order, then the true demand, the true
     * campaigns and showings and the true brands.
     */
    public static void generate(MarketplaceOptions options, MarketplaceSink sink) {
        Marketplace marketplace = new Marketplace(options);
        marketplace.populate();
        List<TrueDemand> truth = marketplace.live();
        marketplace.report(sink);
        truth.forEach(sink::truth);
        marketplace.plan(sink);
        marketplace.campaigns.truth(marketplace.log).forEach(sink::truth);
        marketplace.showings.truth().forEach(sink::truth);
        marketplace.brands.forEach(brand -> sink.truth(marketplace.truth(brand)));
    }

    /**
     * Items with their terms and true demand alone, in milliseconds: what {@link #generate} would
     * tell of a marketplace without campaigns and showings.
     */
    public static List<GeneratedItem> items(MarketplaceOptions options) {
        List<GeneratedItem> items = new ArrayList<>();
        for (int index = 0; index < options.skus(); index++) {
            BrandProfile brand = BrandProfile.of(options, index % options.brands());
            items.add(GeneratedItem.of(options, SkuProfile.of(options, index, brand)));
        }
        return items;
    }

    static String place(int place) {
        return "place-" + (place + 1);
    }

    static String region(int place) {
        return REGIONS[place % REGIONS.length];
    }

    private void populate() {
        for (int index = 0; index < options.brands(); index++) {
            brands.add(BrandProfile.of(options, index));
        }
        for (int index = 0; index < options.skus(); index++) {
            SkuProfile sku = SkuProfile.of(options, index, brands.get(index % options.brands()));
            models.put(sku, new DemandModel(options, sku));
        }
        campaigns = new CampaignStory(options, brands, models);
    }

    private List<TrueDemand> live() {
        Customers customers = new Customers(options);
        ActionStory actions = new ActionStory(options, models.keySet());
        actions.tell(log);
        SalesStory sales = new SalesStory(options, customers, models, campaigns, actions, log);
        FunnelStory funnel = new FunnelStory(options, customers, log);
        showings = new ShownStory(options, customers, log);
        campaigns.tell(log);
        new ExpertPanel(options).compare(log);
        for (BrandProfile brand : brands) {
            new BrandStory(options, brand, skusOf(brand)).tell(log);
            funnel.search(brand);
        }
        List<TrueDemand> truth = new ArrayList<>();
        models.forEach(
                (sku, model) -> {
                    new CatalogueStory(options, sku, model).tell(log);
                    for (int place = 0; place < options.places(); place++) {
                        int[] base = model.units(place);
                        int[] more = campaigns.units(sku, place, base);
                        int[] demand = sum(sum(base, more), showings.units(sku, place, model));
                        new StockSimulation(options, model, campaigns, sku, place, actions, log)
                                .run(demand, sales);
                        funnel.browse(sku, place, base, model);
                        funnel.browseMore(sku, place, more);
                        keep(truth, sku, place, demand);
                    }
                });
        sales.settle();
        return truth;
    }

    private static int[] sum(int[] one, int[] other) {
        int[] sum = one.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other[i];
        }
        return sum;
    }

    private void report(MarketplaceSink sink) {
        Dirt dirt = new Dirt(options, sink);
        for (EventKind kind : EventKind.values()) {
            for (Event event : log.inOrder(kind)) {
                sink.event(kind, event, Flaw.NONE);
                dirt.companions(kind, event);
            }
        }
    }

    private void keep(List<TrueDemand> truth, SkuProfile sku, int place, int[] demand) {
        for (int day = 0; day < demand.length; day++) {
            if (sku.brand().sells(day)) {
                truth.add(new TrueDemand(sku.item(), place(place), log.date(day), demand[day]));
            }
        }
    }

    private void plan(MarketplaceSink sink) {
        models.forEach(
                (sku, model) -> {
                    for (int day = 0; day < options.days(); day++) {
                        if (sku.brand().sells(day)) {
                            sink.planned(model.planned(day));
                        }
                    }
                });
    }

    private TrueBrand truth(BrandProfile brand) {
        return new TrueBrand(
                brand.name(),
                brand.quality(),
                brand.awareness(),
                brand.supply(),
                log.date(brand.launched()));
    }

    private List<SkuProfile> skusOf(BrandProfile brand) {
        return models.keySet().stream().filter(sku -> sku.brand().equals(brand)).toList();
    }
}
