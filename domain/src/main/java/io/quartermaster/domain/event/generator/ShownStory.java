package io.quartermaster.domain.event.generator;

import io.quartermaster.domain.event.Behaviour;
import io.quartermaster.domain.event.BehaviourAction;
import io.quartermaster.domain.event.Padded;
import java.util.ArrayList;
import java.util.List;

/**
 * Items that the platform shows to visitors for some days: in each stretch of {@value #CYCLE_DAYS}
 * days an item has an even chance of a spell of 4 to 9 days with 5 to 25 showings each. Demand of
 * these days is (1 + shown)^g times what it would be.
 */
final class ShownStory {

    private static final int CYCLE_DAYS = 28;
    private static final double CHANCE = 0.5;

    private final MarketplaceOptions options;
    private final Customers customers;
    private final EventLog log;
    private final List<TrueShowing> truth = new ArrayList<>();

    ShownStory(MarketplaceOptions options, Customers customers, EventLog log) {
        this.options = options;
        this.customers = customers;
        this.log = log;
    }

    /** What showings truly did. */
    List<TrueShowing> truth() {
        return List.copyOf(truth);
    }

    /** Reports the showings of an item at a place, and hands on the units wanted for them. */
    int[] units(SkuProfile sku, int place, DemandModel model) {
        int[] units = new int[options.days()];
        if (options.shownEffect() == 0) {
            return units;
        }
        Draws draws = Draws.of(options.seed(), "shown", sku.item(), place);
        double[] tastes = customers.tastes(sku);
        for (int start = 0; start < units.length; start += CYCLE_DAYS) {
            boolean isShown = draws.chance(CHANCE);
            int from = start + draws.below(CYCLE_DAYS - 9);
            int length = 4 + draws.below(6);
            for (int day = from; isShown && day < Math.min(from + length, units.length); day++) {
                int shown = 5 + draws.below(21);
                if (sku.brand().sells(day)) {
                    units[day] = wanted(draws, sku, model.mean(place, day), shown);
                    show(draws, sku, place, day, shown, tastes);
                    truth.add(
                            new TrueShowing(
                                    sku.item(),
                                    Marketplace.place(place),
                                    log.date(day),
                                    shown,
                                    units[day]));
                }
            }
        }
        return units;
    }

    private int wanted(Draws draws, SkuProfile sku, double mean, int shown) {
        double more = StrictMath.pow(1 + shown, options.shownEffect()) - 1;
        return draws.negativeBinomial(mean * more, sku.size());
    }

    private void show(Draws draws, SkuProfile sku, int place, int day, int shown, double[] tastes) {
        for (int number = 1; number <= shown; number++) {
            log.add(
                    new Behaviour(
                            sku.id("shown", place, day) + "-" + Padded.of(number, 2),
                            log.at(day, 6 * 3600 + draws.below(17 * 3600)),
                            FunnelStory.SOURCE,
                            Customers.name(customers.pick(draws, sku, tastes, place)),
                            sku.item(),
                            Marketplace.place(place),
                            BehaviourAction.SHOWN,
                            "",
                            ""));
        }
    }
}
