package io.quartermaster.benchmarks;

import io.quartermaster.domain.demand.DayDemand;
import io.quartermaster.domain.demand.DemandCarry;
import io.quartermaster.domain.demand.DemandSignal;
import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.event.Behaviour;
import io.quartermaster.domain.event.Campaign;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.CatalogueText;
import io.quartermaster.domain.event.Event;
import io.quartermaster.domain.event.EventKind;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.event.ReturnLine;
import io.quartermaster.domain.event.StockLevel;
import io.quartermaster.domain.event.generator.Flaw;
import io.quartermaster.domain.event.generator.Marketplace;
import io.quartermaster.domain.event.generator.MarketplaceOptions;
import io.quartermaster.domain.event.generator.MarketplaceSink;
import io.quartermaster.domain.event.generator.PlannedDay;
import io.quartermaster.domain.event.generator.TrueDemand;
import io.quartermaster.domain.event.generator.TrueShowing;
import io.quartermaster.pipelines.forecast.ItemStatics;
import io.quartermaster.pipelines.forecast.TrainingCovariates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Demand windows of a generated marketplace, and what was truly wanted. */
final class GeneratedDemand implements MarketplaceSink {

    private final Map<String, NavigableMap<LocalDate, DayDemand>> days = new TreeMap<>();
    private final Map<String, Integer> truth = new HashMap<>();
    private final Map<String, Integer> added = new HashMap<>();
    private final Map<String, CatalogueItem> items = new HashMap<>();
    private final List<CatalogueItem> rows = new ArrayList<>();
    private final List<CatalogueText> texts = new ArrayList<>();
    private final List<PlannedDay> planned = new ArrayList<>();
    private final List<Campaign> campaigns = new ArrayList<>();
    private final LocalDate end;

    private GeneratedDemand(LocalDate end) {
        this.end = end;
    }

    /** Without flawed records: nothing is cleaned here. */
    static GeneratedDemand of(MarketplaceOptions options) {
        GeneratedDemand demand = new GeneratedDemand(options.firstDay().plusDays(options.days()));
        Marketplace.generate(options, demand);
        return demand;
    }

    @Override
    public void event(EventKind kind, Event event, Flaw flaw) {
        if (event instanceof CatalogueItem item) {
            items.put(item.item(), item);
            rows.add(item);
        } else if (event instanceof CatalogueText text) {
            texts.add(text);
        } else if (event instanceof Campaign campaign) {
            campaigns.add(campaign);
        }
        signal(event).ifPresent(this::add);
    }

    private static Optional<DemandSignal> signal(Event event) {
        if (event instanceof OrderLine line) {
            return Optional.of(DemandSignal.of(line));
        }
        if (event instanceof StockLevel level) {
            return Optional.of(DemandSignal.of(level));
        }
        if (event instanceof ReturnLine line) {
            return DemandSignal.of(line, ZoneOffset.UTC);
        }
        return event instanceof Behaviour behaviour ? DemandSignal.of(behaviour) : Optional.empty();
    }

    private void add(DemandSignal signal) {
        days.computeIfAbsent(signal.item() + "|" + signal.place(), none -> new TreeMap<>())
                .computeIfAbsent(
                        LocalDate.ofInstant(signal.time(), ZoneOffset.UTC), none -> new DayDemand())
                .add(signal);
    }

    @Override
    public void truth(TrueDemand demand) {
        truth.put(demand.item() + "|" + demand.place() + "|" + demand.day(), demand.trueDemand());
    }

    @Override
    public void truth(TrueShowing showing) {
        added.put(
                showing.item() + "|" + showing.place() + "|" + showing.day(), showing.addedUnits());
    }

    @Override
    public void planned(PlannedDay day) {
        planned.add(day);
    }

    /** Prices and promotions that are planned, in the generator's order. */
    List<PlannedDay> planned() {
        return planned;
    }

    /** What the catalogue says of each item that does not change. */
    Map<String, ItemStatics> statics() {
        return TrainingCovariates.items(rows, texts);
    }

    /** Units truly wanted had the item not been shown. */
    double organicTruth(DemandWindow window) {
        return truth(window) - added.getOrDefault(key(window), 0);
    }

    boolean isKnown(DemandWindow window) {
        return truth.containsKey(key(window));
    }

    /** Units truly wanted. */
    double truth(DemandWindow window) {
        return truth.get(key(window));
    }

    private static String key(DemandWindow window) {
        return window.item() + "|" + window.place() + "|" + window.day();
    }

    /** The catalogue's row of a window's item. */
    CatalogueItem item(DemandWindow window) {
        return items.get(window.item());
    }

    /** Windows of each item and place, one a day, marked with their campaigns. */
    List<List<DemandWindow>> series() {
        List<List<DemandWindow>> series = new ArrayList<>();
        days.forEach(
                (key, sums) -> {
                    int bar = key.indexOf('|');
                    series.add(windows(key.substring(0, bar), key.substring(bar + 1), sums));
                });
        return series;
    }

    private List<DemandWindow> windows(
            String item, String place, NavigableMap<LocalDate, DayDemand> sums) {
        List<DemandWindow> windows = new ArrayList<>();
        DemandCarry carry = DemandCarry.NONE;
        for (LocalDate day = sums.firstKey(); day.isBefore(end); day = day.plusDays(1)) {
            DayDemand sum = sums.getOrDefault(day, new DayDemand());
            windows.add(marked(sum.window(item, place, day, carry, Instant.EPOCH)));
            carry = sum.after(carry);
        }
        return windows;
    }

    private DemandWindow marked(DemandWindow window) {
        String brand = items.get(window.item()).brand();
        String names =
                campaigns.stream()
                        .filter(campaign -> campaign.brand().equals(brand))
                        .filter(campaign -> campaign.holdsOn(window.day()))
                        .filter(campaign -> campaign.isForItem(window.item()))
                        .filter(campaign -> campaign.isForPlace(window.place()))
                        .map(Campaign::campaign)
                        .sorted()
                        .collect(Collectors.joining("|"));
        double units = (double) window.units();
        return window.marked(names, units, units, window.revision());
    }
}
