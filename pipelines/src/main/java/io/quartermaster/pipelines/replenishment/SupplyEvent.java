package io.quartermaster.pipelines.replenishment;

import io.quartermaster.domain.brand.BrandScore;
import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.event.BrandTerms;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.LifeCycleStep;
import io.quartermaster.domain.event.Padded;
import io.quartermaster.domain.event.PurchaseStep;
import io.quartermaster.domain.event.StockLevel;
import io.quartermaster.domain.event.StockLot;
import io.quartermaster.domain.replenishment.ItemForecast;
import java.time.LocalDate;

/**
 * One thing that a plan must know. Exactly one of the parts is there, the others are null.
 *
 * @param supplier whom it concerns, empty until it is routed
 * @param item a catalogue entry
 * @param terms a version of a brand's terms
 * @param step a brand enters a stage
 * @param lot a lot received
 * @param stock units counted
 * @param demand a day's demand
 * @param forecast a champion forecast
 * @param purchaseStep an order enters a state of its life
 * @param score a brand's judgement
 */
public record SupplyEvent(
        String supplier,
        CatalogueItem item,
        BrandTerms terms,
        LifeCycleStep step,
        StockLot lot,
        StockLevel stock,
        DemandWindow demand,
        ItemForecast forecast,
        PurchaseStep purchaseStep,
        BrandScore score) {

    static SupplyEvent of(CatalogueItem item) {
        return new SupplyEvent("", item, null, null, null, null, null, null, null, null);
    }

    static SupplyEvent of(BrandTerms terms) {
        return new SupplyEvent(
                terms.supplier(), null, terms, null, null, null, null, null, null, null);
    }

    static SupplyEvent of(LifeCycleStep step) {
        return new SupplyEvent("", null, null, step, null, null, null, null, null, null);
    }

    static SupplyEvent of(StockLot lot) {
        return new SupplyEvent("", null, null, null, lot, null, null, null, null, null);
    }

    static SupplyEvent of(StockLevel stock) {
        return new SupplyEvent("", null, null, null, null, stock, null, null, null, null);
    }

    static SupplyEvent of(DemandWindow demand) {
        return new SupplyEvent("", null, null, null, null, null, demand, null, null, null);
    }

    static SupplyEvent of(ItemForecast forecast) {
        return new SupplyEvent("", null, null, null, null, null, null, forecast, null, null);
    }

    static SupplyEvent of(PurchaseStep step) {
        return new SupplyEvent(
                step.supplier(), null, null, null, null, null, null, null, step, null);
    }

    static SupplyEvent of(BrandScore score) {
        return new SupplyEvent("", null, null, null, null, null, null, null, null, score);
    }

    SupplyEvent to(String newSupplier) {
        return new SupplyEvent(
                newSupplier, item, terms, step, lot, stock, demand, forecast, purchaseStep, score);
    }

    /** The brand of a catalogue entry, terms, a step or a score; empty for all else. */
    String brand() {
        if (item != null) {
            return item.brand();
        }
        if (terms != null) {
            return terms.brand();
        }
        if (score != null) {
            return score.brand();
        }
        return step == null ? "" : step.brand();
    }

    /** The item it is about; empty for terms and all steps. */
    String about() {
        if (item != null) {
            return item.item();
        }
        if (lot != null) {
            return lot.item();
        }
        if (stock != null) {
            return stock.item();
        }
        if (demand != null) {
            return demand.item();
        }
        return forecast == null ? "" : forecast.item();
    }

    /** Orders what happened at the same time: catalogue first, forecasts last. */
    String id() {
        if (item != null) {
            return "1|" + item.id();
        }
        if (terms != null) {
            return "2|" + terms.id();
        }
        if (step != null) {
            return "2|step|" + step.id();
        }
        if (score != null) {
            return "2|score|%s|%s".formatted(score.brand(), score.eventDay());
        }
        if (lot != null) {
            return "3|" + lot.id();
        }
        if (stock != null) {
            return "4|" + stock.id();
        }
        if (purchaseStep != null) {
            return "4|step|" + purchaseStep.id();
        }
        return demand != null
                ? id("5", demand.item(), demand.place(), demand.day(), demand.revision())
                : id(
                        "6",
                        forecast.item(),
                        forecast.place(),
                        forecast.madeOn(),
                        forecast.revision());
    }

    private static String id(String rank, String item, String place, LocalDate day, long revision) {
        return String.join("|", rank, item, place, day.toString(), Padded.of(revision, 9));
    }
}
