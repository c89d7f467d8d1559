package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.event.Behaviour;
import io.quartermaster.domain.event.BehaviourAction;
import io.quartermaster.domain.event.Event;
import io.quartermaster.domain.event.EventKind;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.event.StockLevel;
import io.quartermaster.domain.event.generator.Flaw;
import io.quartermaster.domain.event.generator.Marketplace;
import io.quartermaster.domain.event.generator.MarketplaceOptions;
import io.quartermaster.domain.event.generator.MarketplaceSink;
import io.quartermaster.domain.event.generator.TrueDemand;
import io.quartermaster.pipelines.channel.Channels;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Windows of a generated marketplace, without flaws, by day and key. */
final class GeneratedWindows implements MarketplaceSink {

    private static final class Day {
        private long units;
        private long promoted;
        private double paid;
        private boolean out;
        private long views;
        private long favourites;
        private long carts;
    }

    private final TreeMap<String, TreeMap<LocalDate, Day>> days = new TreeMap<>();

    static List<DemandWindow> of(MarketplaceOptions options) {
        GeneratedWindows windows = new GeneratedWindows();
        Marketplace.generate(options, windows);
        return windows.windows(options.firstDay().plusDays(options.days() - 1L));
    }

    @Override
    public void event(EventKind kind, Event event, Flaw flaw) {
        if (event instanceof OrderLine line) {
            Day day = day(line.item(), line.place(), line);
            day.units += line.units();
            day.paid += line.units() * line.unitPrice().subtract(line.discount()).doubleValue();
            day.promoted += line.promotion() ? line.units() : 0;
        } else if (event instanceof StockLevel level) {
            day(level.item(), level.place(), level).out |= level.onHand() == 0;
        } else if (event instanceof Behaviour seen && !seen.item().isEmpty()) {
            Day day = day(seen.item(), seen.place(), seen);
            day.views += seen.action() == BehaviourAction.VIEW ? 1 : 0;
            day.favourites += seen.action() == BehaviourAction.FAVOURITE ? 1 : 0;
            day.carts += seen.action() == BehaviourAction.CART ? 1 : 0;
        }
    }

    @Override
    public void truth(TrueDemand demand) {}

    private Day day(String item, String place, Event event) {
        return days.computeIfAbsent(item + "|" + place, key -> new TreeMap<>())
                .computeIfAbsent(
                        event.time().atZone(ZoneOffset.UTC).toLocalDate(), day -> new Day());
    }

    private List<DemandWindow> windows(LocalDate last) {
        List<DemandWindow> windows = new ArrayList<>();
        days.forEach(
                (key, byDay) -> {
                    String[] parts = key.split("\\|", -1);
                    double price = 0;
                    for (LocalDate date = byDay.firstKey();
                            !date.isAfter(last);
                            date = date.plusDays(1)) {
                        Day day = byDay.getOrDefault(date, new Day());
                        price = day.units > 0 ? day.paid / day.units : price;
                        windows.add(
                                new DemandWindow(
                                        parts[0],
                                        parts[1],
                                        date,
                                        day.units,
                                        price,
                                        day.units > 0 ? day.promoted / (double) day.units : 0,
                                        day.out,
                                        day.views,
                                        day.favourites,
                                        day.carts,
                                        0,
                                        Channels.endOf(date)));
                    }
                });
        windows.sort(
                java.util.Comparator.comparing(DemandWindow::day)
                        .thenComparing(DemandWindow::item)
                        .thenComparing(DemandWindow::place));
        return windows;
    }
}
