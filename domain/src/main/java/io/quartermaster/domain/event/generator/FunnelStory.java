package io.quartermaster.domain.event.generator;

import io.quartermaster.domain.event.Behaviour;
import io.quartermaster.domain.event.BehaviourAction;
import io.quartermaster.domain.event.Padded;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * What visitors do before they buy. Views of a day follow the true demand of that day and, more, of
 * the next: they lead it a little, and go on while stock is out. Favourites and carts are parts of
 * the views; brands are searched for as far as they are known.
 */
final class FunnelStory {

    static final String SOURCE = "tracker";

    /** Actions for one unit wanted; drawn in this order. */
    private static final Map<BehaviourAction, Double> PER_UNIT = perUnit();

    private static final double ANONYMOUS_SHARE = 0.15;
    private static final double SEARCHES_PER_DAY = 2.5;

    private final MarketplaceOptions options;
    private final Customers customers;
    private final EventLog log;

    private static Map<BehaviourAction, Double> perUnit() {
        Map<BehaviourAction, Double> actions = new EnumMap<>(BehaviourAction.class);
        actions.put(BehaviourAction.VIEW, 0.45);
        actions.put(BehaviourAction.FAVOURITE, 0.08);
        actions.put(BehaviourAction.CART, 0.2);
        return Collections.unmodifiableMap(actions);
    }

    FunnelStory(MarketplaceOptions options, Customers customers, EventLog log) {
        this.options = options;
        this.customers = customers;
        this.log = log;
    }

    /** Views, favourites and carts of one item at one place. */
    void browse(SkuProfile sku, int place, int[] demand, DemandModel model) {
        Draws draws = Draws.of(options.seed(), "funnel", sku.item(), place);
        double[] tastes = customers.tastes(sku);
        for (int day = 0; day < demand.length; day++) {
            if (sku.brand().sells(day)) {
                int next = day + 1 < demand.length ? demand[day + 1] : demand[day];
                double interest = 0.3 * demand[day] + 0.5 * next + 0.2 * model.mean(place, day);
                act(draws, sku, place, day, interest, tastes, "");
            }
        }
    }

    /** Views, favourites and carts of the day itself, for the sake of a campaign. */
    void browseMore(SkuProfile sku, int place, int[] units) {
        Draws draws = Draws.of(options.seed(), "campaign-funnel", sku.item(), place);
        double[] tastes = customers.tastes(sku);
        for (int day = 0; day < units.length; day++) {
            if (units[day] > 0) {
                act(draws, sku, place, day, units[day], tastes, "c");
            }
        }
    }

    /** Searches for one brand, from its offer on; they fade in until its launch. */
    void search(BrandProfile brand) {
        Draws draws = Draws.of(options.seed(), "search", brand.index());
        for (int day = brand.offered(); day < Math.min(options.days(), brand.ended()); day++) {
            double known = day < brand.launched() ? 0.3 : 1;
            int count = draws.poisson(SEARCHES_PER_DAY * brand.awareness() * known);
            for (int number = 1; number <= count; number++) {
                log.add(
                        new Behaviour(
                                "search-"
                                        + brand.index()
                                        + "-"
                                        + Padded.of(day, 3)
                                        + "-"
                                        + Padded.of(number, 2),
                                time(draws, day),
                                SOURCE,
                                Customers.name(draws.below(options.customers())),
                                "",
                                "",
                                BehaviourAction.SEARCH,
                                brand.name().toLowerCase(Locale.ROOT)
                                        + " "
                                        + brand.category().noun(draws.below(16)),
                                brand.name()));
            }
        }
    }

    /** All that visitors do of one day's interest, in units wanted; a mark tells ids apart. */
    private void act(
            Draws draws,
            SkuProfile sku,
            int place,
            int day,
            double interest,
            double[] tastes,
            String mark) {
        PER_UNIT.forEach(
                (action, share) -> {
                    String name = action.name().toLowerCase(Locale.ROOT) + mark;
                    int count = draws.poisson(share * interest);
                    for (int number = 1; number <= count; number++) {
                        boolean anonymous = draws.chance(ANONYMOUS_SHARE);
                        String customer =
                                anonymous
                                        ? ""
                                        : Customers.name(customers.pick(draws, sku, tastes, place));
                        String id = sku.id(name, place, day) + "-" + Padded.of(number, 2);
                        log.add(action(id, time(draws, day), customer, sku, place, action));
                    }
                });
    }

    private static Behaviour action(
            String id,
            Instant time,
            String customer,
            SkuProfile sku,
            int place,
            BehaviourAction action) {
        return new Behaviour(
                id, time, SOURCE, customer, sku.item(), Marketplace.place(place), action, "", "");
    }

    private Instant time(Draws draws, int day) {
        return log.at(day, 6 * 3600 + draws.below(17 * 3600));
    }
}
