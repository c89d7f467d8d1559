package io.quartermaster.domain.governance;

import io.quartermaster.domain.event.ActionKind;
import io.quartermaster.domain.event.BrandAction;
import io.quartermaster.domain.event.BrandOffer;
import io.quartermaster.domain.event.BrandTerms;
import io.quartermaster.domain.event.Campaign;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.Event;
import io.quartermaster.domain.event.ExpertJudgement;
import io.quartermaster.domain.event.ItemVector;
import io.quartermaster.domain.event.OrderWeekdays;
import io.quartermaster.domain.event.Payment;
import io.quartermaster.domain.event.PriceTiers;
import io.quartermaster.domain.event.StockLot;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Figures out of their range that are neither units, money, times nor ratings: shares, judgements
 * on Saaty's scale, the numbers of terms, offers, campaigns, lots and vectors; and an action
 * without what it is about.
 */
final class ImpossibleValue implements Rule {

    private static final double HIGHEST_JUDGEMENT = 9;
    private static final double LOWEST_JUDGEMENT = 1.0 / 9 - 1e-3;

    @Override
    public String name() {
        return "impossible_value";
    }

    @Override
    public Optional<String> objection(Event event) {
        if (event instanceof Payment payment) {
            return atLeast("instalments", payment.instalments(), 1);
        }
        if (event instanceof BrandOffer offer) {
            return ofOffer(offer);
        }
        if (event instanceof BrandTerms terms) {
            return ofTerms(terms);
        }
        if (event instanceof Campaign campaign) {
            return ofCampaign(campaign);
        }
        if (event instanceof StockLot lot) {
            return atLeast("version", lot.version(), 1);
        }
        if (event instanceof ExpertJudgement judgement) {
            return ofJudgement(judgement);
        }
        if (event instanceof BrandAction action) {
            return ofAction(action);
        }
        if (event instanceof CatalogueItem item) {
            return between("unit volume", item.unitVolume(), 0, Double.MAX_VALUE)
                    .or(() -> atLeast("shelf life", item.shelfLifeDays(), 0));
        }
        if (event instanceof ItemVector vector) {
            return atLeast("version", vector.version(), 1).or(() -> readable(vector::unit));
        }
        return Optional.empty();
    }

    private static Optional<String> ofOffer(BrandOffer offer) {
        return atLeast("items", offer.items(), 1)
                .or(() -> between("share of new items", offer.newItemsShare(), 0, 1))
                .or(() -> atLeast("capacity", offer.capacityPerDay(), 1))
                .or(() -> atLeast("lead time", offer.leadTimeDays(), 0));
    }

    private static Optional<String> ofTerms(BrandTerms terms) {
        return atLeast("version", terms.version(), 1)
                .or(() -> atLeast("lead time", terms.leadTimeDays(), 0))
                .or(() -> atLeast("smallest order", terms.minOrderUnits(), 0))
                .or(() -> atLeast("pack", terms.packUnits(), 1))
                .or(() -> atLeast("capacity", terms.capacityPerDay(), 1))
                .or(() -> atLeast("days between orders", terms.orderEveryDays(), 1))
                .or(() -> atLeast("production lead", terms.productionLeadDays(), 0))
                .or(() -> atLeast("ramp", terms.rampDays(), 0))
                .or(() -> optional(() -> PriceTiers.parse(terms.priceTiers())))
                .or(() -> optional(() -> OrderWeekdays.parse(terms.orderWeekdays())))
                .or(() -> costFactor(terms))
                .or(() -> daysInOrder(terms.validFrom(), terms.validTo()));
    }

    private static Optional<String> ofCampaign(Campaign campaign) {
        return atLeast("version", campaign.version(), 1)
                .or(() -> between("discount", campaign.discount(), 0, 1))
                .or(() -> daysInOrder(campaign.startsOn(), campaign.endsOn()))
                .or(() -> costInMoney(campaign));
    }

    private static Optional<String> costInMoney(Campaign campaign) {
        return campaign.cost().signum() == 0 || !campaign.currency().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "The cost ("
                                + campaign.cost().toPlainString()
                                + ") of campaign ("
                                + campaign.campaign()
                                + ") must have a currency. Maybe EUR.");
    }

    private static Optional<String> costFactor(BrandTerms terms) {
        return terms.costFactor().signum() > 0
                ? Optional.empty()
                : Optional.of("The cost factor (" + terms.costFactor() + ") must be above 0.");
    }

    private static Optional<String> optional(Runnable reading) {
        return readable(reading).map(reason -> reason + " Maybe leave it empty.");
    }

    private static Optional<String> readable(Runnable reading) {
        try {
            reading.run();
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    private static Optional<String> daysInOrder(LocalDate first, LocalDate last) {
        if (first == null || last == null || !last.isBefore(first)) {
            return Optional.empty();
        }
        return Optional.of(
                "The last day ("
                        + last
                        + ") must not be before the first ("
                        + first
                        + "). Maybe they are swapped.");
    }

    private static Optional<String> ofAction(BrandAction action) {
        return action.action() != ActionKind.DELIST_ITEM || !action.subject().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "The subject of (delist_item) of brand (%s) must be an item. Maybe name it in the column subject."
                                .formatted(action.brand()));
    }

    private static Optional<String> ofJudgement(ExpertJudgement judgement) {
        return judgement.brand().isEmpty()
                ? between("comparison", judgement.value(), LOWEST_JUDGEMENT, HIGHEST_JUDGEMENT)
                : between("judgement", judgement.value(), 0, 1);
    }

    private static Optional<String> atLeast(String what, long value, long least) {
        return value >= least
                ? Optional.empty()
                : Optional.of("The " + what + " (" + value + ") must be at least " + least + ".");
    }

    private static Optional<String> between(String what, double value, double low, double high) {
        if (value >= low && value <= high) {
            return Optional.empty();
        }
        return Optional.of("The " + what + " (" + value + ") must be " + range(low, high) + ".");
    }

    private static String range(double low, double high) {
        if (high == Double.MAX_VALUE) {
            return "a number that is not negative";
        }
        return high == HIGHEST_JUDGEMENT ? "1/9 to 9" : (long) low + " to " + (long) high;
    }
}
