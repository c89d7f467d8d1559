package io.quartermaster.domain.governance;

import io.quartermaster.domain.event.Behaviour;
import io.quartermaster.domain.event.BrandAction;
import io.quartermaster.domain.event.BrandOffer;
import io.quartermaster.domain.event.BrandTerms;
import io.quartermaster.domain.event.Campaign;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.CatalogueText;
import io.quartermaster.domain.event.Event;
import io.quartermaster.domain.event.ExpertJudgement;
import io.quartermaster.domain.event.ItemVector;
import io.quartermaster.domain.event.LifeCycleStep;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.event.ReturnLine;
import io.quartermaster.domain.event.StockLevel;
import io.quartermaster.domain.event.StockLot;

/**
 * What a catalogue makes known: brands, by an offer or by an item of theirs, and items. Where it is
 * asked for, an event that names a brand or item which nothing made known, at the event's time or
 * before, is kept out.
 */
public enum CatalogueSubject {
    BRAND {
        @Override
        public String named(Event event) {
            if (event instanceof BrandOffer offer) {
                return offer.brand();
            }
            if (event instanceof CatalogueItem item) {
                return item.brand();
            }
            if (event instanceof BrandTerms terms) {
                return terms.brand();
            }
            if (event instanceof Campaign campaign) {
                return campaign.brand();
            }
            if (event instanceof LifeCycleStep step) {
                return step.brand();
            }
            if (event instanceof BrandAction action) {
                return action.brand();
            }
            return event instanceof ExpertJudgement judgement ? judgement.brand() : "";
        }

        @Override
        public boolean isIntroducedBy(Event event) {
            return event instanceof BrandOffer || event instanceof CatalogueItem;
        }
    },
    ITEM {
        @Override
        public String named(Event event) {
            if (event instanceof OrderLine line) {
                return line.item();
            }
            if (event instanceof ReturnLine line) {
                return line.item();
            }
            if (event instanceof Behaviour behaviour) {
                return behaviour.item();
            }
            if (event instanceof StockLevel level) {
                return level.item();
            }
            if (event instanceof StockLot lot) {
                return lot.item();
            }
            if (event instanceof CatalogueText text) {
                return text.item();
            }
            if (event instanceof ItemVector vector) {
                return vector.item();
            }
            return event instanceof CatalogueItem item ? item.item() : "";
        }

        @Override
        public boolean isIntroducedBy(Event event) {
            return event instanceof CatalogueItem;
        }
    };

    /** The brand or item that the event names, empty if it names none. */
    public abstract String named(Event event);

    /** Whether the event makes known what it names. */
    public abstract boolean isIntroducedBy(Event event);

    /** Name of the rule. */
    public String rule() {
        return this == BRAND ? "unknown_brand" : "unknown_item";
    }

    /** Why an event is kept out. */
    public String reason(Event event) {
        String what = this == BRAND ? "brand" : "item";
        String remedy =
                this == BRAND
                        ? "Maybe its offer or its first item is missing."
                        : "Maybe its catalogue row is missing or comes later.";
        return "The " + what + " (" + named(event) + ") is not in the catalogue. " + remedy;
    }
}
