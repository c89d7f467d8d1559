package io.quartermaster.domain.event.generator;

import io.quartermaster.domain.event.ActionDecision;
import io.quartermaster.domain.event.ActionKind;
import io.quartermaster.domain.event.BrandAction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What brands that are there throughout do in the middle of the days, where the options ask for it:
 * {@value #TAKING_SHARE} of them consider one action, and take most of these. From its day on it
 * cuts a rate by the options' share e:
 *
 * <ul>
 *   <li>delist an item: it is sold no more; until then its returns are e {@value #BAD_RETURNS}
 *       likelier than its brand's
 *   <li>change the carrier of a place: parcels from there are late (1 - e) times as often
 *   <li>renegotiate the freight: it is (1 - e) of what it was
 *   <li>raise safety stock: e {@value #MORE_DAYS} days more of it, for all items
 *   <li>answer complaints of a kind: they are (1 - e) times as frequent
 * </ul>
 *
 * It draws from streams of its own, so that without actions everything is as it was.
 */
final class ActionStory {

    private static final String SOURCE = "actions";
    private static final String FREIGHT = "freight";
    private static final double TAKING_SHARE = 0.7;
    private static final double DECLINED_SHARE = 0.2;
    private static final double BAD_RETURNS = 0.4;
    private static final double MORE_DAYS = 10;
    private static final String[] COMPLAINTS = {"delivery", "quality"};

    private final MarketplaceOptions options;
    private final Map<Integer, Planned> planned = new HashMap<>();

    private record Planned(
            BrandProfile brand, ActionKind kind, String subject, int day, boolean taken) {

        boolean is(ActionKind asked, String of) {
            return taken && kind == asked && (subject.isEmpty() || subject.equals(of));
        }
    }

    ActionStory(MarketplaceOptions options, Collection<SkuProfile> skus) {
        this.options = options;
        Map<BrandProfile, List<String>> items = new HashMap<>();
        skus.forEach(
                sku -> items.computeIfAbsent(sku.brand(), b -> new ArrayList<>()).add(sku.item()));
        if (options.actionEffect() > 0) {
            items.forEach(this::plan);
        }
    }

    private void plan(BrandProfile brand, List<String> items) {
        Draws draws = Draws.of(options.seed(), "action", brand.index());
        boolean throughout = brand.established() && brand.ended() > options.days();
        if (!throughout || !draws.chance(TAKING_SHARE)) {
            return;
        }
        ActionKind kind = ActionKind.values()[draws.below(ActionKind.values().length)];
        String subject =
                switch (kind) {
                    case DELIST_ITEM -> items.get(draws.below(items.size()));
                    case CHANGE_CARRIER -> Marketplace.place(draws.below(options.places()));
                    case RENEGOTIATE_TERM -> FREIGHT;
                    case RAISE_SAFETY_STOCK -> "";
                    case ANSWER_COMPLAINT -> COMPLAINTS[draws.below(COMPLAINTS.length)];
                };
        int day = (int) (options.days() * draws.between(0.4, 0.6));
        boolean taken = !draws.chance(DECLINED_SHARE);
        planned.put(brand.index(), new Planned(brand, kind, subject, day, taken));
    }

    /** Reports every action. */
    void tell(EventLog log) {
        planned.forEach(
                (index, action) ->
                        log.add(
                                new BrandAction(
                                        "action-" + index,
                                        log.hour(action.day, 0),
                                        SOURCE,
                                        action.brand.name(),
                                        action.kind,
                                        action.subject,
                                        action.taken
                                                ? ActionDecision.TAKEN
                                                : ActionDecision.DECLINED)));
    }

    /** What is left of lateness on the way from a place. */
    double lateness(BrandProfile brand, int place, int day) {
        return factor(brand, ActionKind.CHANGE_CARRIER, Marketplace.place(place), day);
    }

    /** What is left of the freight. */
    double freight(BrandProfile brand, int day) {
        return factor(brand, ActionKind.RENEGOTIATE_TERM, FREIGHT, day);
    }

    /** What is left of complaints of a kind. */
    double complaints(BrandProfile brand, String complaint, int day) {
        return factor(brand, ActionKind.ANSWER_COMPLAINT, complaint, day);
    }

    /** Days of sales that are kept beside the usual safety stock. */
    double moreSafetyDays(BrandProfile brand, int day) {
        return MORE_DAYS * (1 - factor(brand, ActionKind.RAISE_SAFETY_STOCK, "", day));
    }

    /** First day on which an item is sold no more, past the last day if never. */
    int delisted(SkuProfile sku) {
        return isDelisted(sku) ? planned.get(sku.brand().index()).day : BrandProfile.NEVER;
    }

    /** What an item that will be delisted adds to the chance that it is sent back. */
    double moreReturns(SkuProfile sku) {
        return isDelisted(sku) ? BAD_RETURNS * options.actionEffect() : 0;
    }

    private boolean isDelisted(SkuProfile sku) {
        Planned action = planned.get(sku.brand().index());
        return action != null && action.is(ActionKind.DELIST_ITEM, sku.item());
    }

    private double factor(BrandProfile brand, ActionKind kind, String subject, int day) {
        Planned action = planned.get(brand.index());
        boolean holds = action != null && action.is(kind, subject) && day >= action.day;
        return holds ? 1 - options.actionEffect() : 1;
    }
}
