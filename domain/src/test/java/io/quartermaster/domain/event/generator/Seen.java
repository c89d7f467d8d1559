package io.quartermaster.domain.event.generator;

import io.quartermaster.domain.event.Event;
import io.quartermaster.domain.event.EventKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Keeps all that a marketplace leaves behind. */
final class Seen implements MarketplaceSink {

    final Map<EventKind, List<Event>> sound = new EnumMap<>(EventKind.class);
    final Map<Flaw, Integer> flaws = new EnumMap<>(Flaw.class);
    final List<TrueDemand> truth = new ArrayList<>();
    final List<TrueBrand> trueBrands = new ArrayList<>();
    final List<TrueCampaign> trueCampaigns = new ArrayList<>();

    static Seen of(MarketplaceOptions options) {
        Seen seen = new Seen();
        Marketplace.generate(options, seen);
        return seen;
    }

    @Override
    public void event(EventKind kind, Event event, Flaw flaw) {
        flaws.merge(flaw, 1, Integer::sum);
        if (flaw == Flaw.NONE) {
            sound.computeIfAbsent(kind, missing -> new ArrayList<>()).add(event);
        }
    }

    @Override
    public void truth(TrueDemand demand) {
        truth.add(demand);
    }

    @Override
    public void truth(TrueBrand brand) {
        trueBrands.add(brand);
    }

    @Override
    public void truth(TrueCampaign campaign) {
        trueCampaigns.add(campaign);
    }

    <T extends Event> List<T> all(EventKind kind, Class<T> type) {
        return sound.getOrDefault(kind, List.of()).stream().map(type::cast).toList();
    }
}
