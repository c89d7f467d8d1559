package io.quartermaster.benchmarks;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.demand.UnconstrainedDemand;
import io.quartermaster.domain.event.generator.MarketplaceOptions;
import io.quartermaster.domain.event.generator.PlannedDay;
import io.quartermaster.domain.forecast.DaysAhead;
import io.quartermaster.domain.forecast.DemandHistory;
import io.quartermaster.domain.forecast.HorizonForecast;
import io.quartermaster.pipelines.forecast.ItemStatics;
import io.quartermaster.pipelines.forecast.PriceCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Daily demand of a generated marketplace, each window within its category, and the eves on which
 * its last eight weeks are forecast, two weeks at a time.
 */
final class MarketplaceSeries {

    static final int HORIZON = 14;
    static final double[] LEVELS = {0.1, 0.5, 0.9};

    private static final int TAIL_DAYS = 56;

    /**
     * A series on an eve.
     *
     * @param history its last days
     * @param wanted of all its days, newest last
     * @param next the windows that follow
     */
    record Eve(DemandHistory history, double[] wanted, List<DemandWindow> next) {

        /** What is planned of the days to come. */
        DaysAhead ahead(PriceCalendar calendar) {
            DemandWindow first = next.get(0);
            return calendar.ahead(first.item(), first.place(), history.lastDay(), HORIZON);
        }

        /** What does not change of the series, as known on the eve. */
        float[] statics(Map<String, ItemStatics> items) {
            DemandWindow first = next.get(0);
            return items.get(first.item()).at(history.lastDay(), first.place());
        }

        /** Adds the loss of each day and level on which it is known what was wanted. */
        void score(HorizonForecast forecast, Loss loss) {
            for (int step = 0; step < next.size(); step++) {
                DemandWindow window = next.get(step);
                if (window.stockedOut() || !window.campaign().isEmpty()) {
                    continue;
                }
                for (int level = 0; level < LEVELS.length; level++) {
                    double off = window.wantedUnits() - forecast.quantiles()[level][step];
                    loss.add(Math.max(LEVELS[level] * off, (LEVELS[level] - 1) * off));
                }
            }
        }
    }

    /** Mean of pinball losses. */
    static final class Loss {
        private double sum;
        private long count;

        private void add(double loss) {
            sum += loss;
            count++;
        }

        double mean() {
            return sum / count;
        }
    }

    private final List<List<DemandWindow>> series = new ArrayList<>();
    private final GeneratedDemand market;
    private final Map<String, ItemStatics> items;
    private final LocalDate tail;

    MarketplaceSeries(long seed) {
        MarketplaceOptions options = MarketplaceOptions.defaults().withSeed(seed).withDirt(0);
        market = GeneratedDemand.of(options);
        items = market.statics();
        tail = options.firstDay().plusDays(options.days() - (long) TAIL_DAYS);
        Map<String, Double> totals = new HashMap<>();
        for (List<DemandWindow> windows : market.series()) {
            List<DemandWindow> wanted = UnconstrainedDemand.filledIn(windows);
            series.add(wanted);
            wanted.forEach(
                    window ->
                            totals.merge(
                                    category(market, window) + window.day(),
                                    window.organicUnits(),
                                    Double::sum));
        }
        series.replaceAll(
                windows ->
                        windows.stream()
                                .map(
                                        window ->
                                                window.among(
                                                        totals.getOrDefault(
                                                                category(market, window)
                                                                        + window.day().minusDays(1),
                                                                0.0)))
                                .toList());
    }

    private static String category(GeneratedDemand market, DemandWindow window) {
        return market.item(window).category() + "|";
    }

    /** All windows; those before the tail may be learnt from. */
    List<DemandWindow> windows() {
        return series.stream().flatMap(List::stream).toList();
    }

    /** What the catalogue says of items. */
    Map<String, ItemStatics> items() {
        return items;
    }

    /** The price calendar that a run finds beside the marketplace's files, written there. */
    PriceCalendar calendar(Path folder) throws IOException {
        List<String> lines = new ArrayList<>(List.of("item,place,day,price,promotion"));
        for (PlannedDay day : market.planned()) {
            lines.add(
                    "%s,,%s,%s,%d"
                            .formatted(
                                    day.item(), day.day(), day.price(), day.promotion() ? 1 : 0));
        }
        return PriceCalendar.read(
                Files.write(Files.createTempFile(folder, "calendar", ".csv"), lines));
    }

    /** First day that must not be learnt from. */
    LocalDate tail() {
        return tail;
    }

    /** Every series on every eve of the tail, if it is four weeks old by then. */
    List<Eve> eves() {
        List<Eve> eves = new ArrayList<>();
        for (List<DemandWindow> windows : series) {
            for (int from = TAIL_DAYS; from >= HORIZON; from -= HORIZON) {
                int count = windows.size() - from;
                if (count >= 2 * HORIZON) {
                    eves.add(
                            eve(
                                    windows.subList(0, count),
                                    windows.subList(count, count + HORIZON)));
                }
            }
        }
        return eves;
    }

    private static Eve eve(List<DemandWindow> past, List<DemandWindow> next) {
        DemandHistory history = DemandHistory.before(past.get(0).day().toEpochDay());
        double[] wanted = new double[past.size()];
        for (int day = 0; day < wanted.length; day++) {
            history = history.append(past.get(day));
            wanted[day] = history.wanted(0);
        }
        return new Eve(history, wanted, next);
    }
}
