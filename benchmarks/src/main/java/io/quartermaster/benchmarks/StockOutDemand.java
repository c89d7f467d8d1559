package io.quartermaster.benchmarks;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.demand.UnconstrainedDemand;
import io.quartermaster.domain.event.generator.MarketplaceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What customers wanted on the days on which stock ran out, as the demand windows estimate it,
 * against what they truly wanted; on marketplaces of three seeds that nobody tuned for.
 */
final class StockOutDemand implements Figure {

    private static final long[] SEEDS = {31415926, 27182818, 14142135};
    private static final double BIAS_ASKED = 0.05;

    @Override
    public String name() {
        return "stock-out-demand";
    }

    @Override
    public String asked() {
        return "on each of three seeds that nobody tuned for, units wanted on stock-out days within 5 % of the truth";
    }

    @Override
    public String command() {
        return "benchmarks/run stock-out-demand";
    }

    @Override
    public Reached measure(Workshop workshop) {
        List<String> reached = new ArrayList<>();
        List<String> sold = new ArrayList<>();
        boolean isMet = true;
        for (long seed : SEEDS) {
            GeneratedDemand market =
                    GeneratedDemand.of(MarketplaceOptions.defaults().withSeed(seed).withDirt(0));
            double truth = 0;
            double wanted = 0;
            double units = 0;
            for (List<DemandWindow> windows : market.series()) {
                for (DemandWindow window : UnconstrainedDemand.filledIn(windows)) {
                    if (window.stockedOut() && market.isKnown(window)) {
                        truth += market.truth(window);
                        wanted += window.wantedUnits();
                        units += (double) window.units();
                    }
                }
            }
            reached.add(percent(wanted / truth - 1));
            sold.add(percent(units / truth - 1));
            isMet &= Math.abs(wanted / truth - 1) <= BIAS_ASKED;
        }
        return Reached.of(
                "bias " + String.join(", ", reached),
                "of the units sold " + String.join(", ", sold),
                isMet);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
