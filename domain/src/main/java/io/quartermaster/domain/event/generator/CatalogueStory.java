package io.quartermaster.domain.event.generator;

import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.CatalogueText;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An item enters the catalogue with its words on the day of its brand's trial terms; prices change.
 */
final class CatalogueStory {

    private static final String SOURCE = "catalogue";

    private final MarketplaceOptions options;
    private final SkuProfile sku;
    private final DemandModel model;

    CatalogueStory(MarketplaceOptions options, SkuProfile sku, DemandModel model) {
        this.options = options;
        this.sku = sku;
        this.model = model;
    }

    void tell(EventLog log) {
        int entered = sku.brand().trial();
        item(log, entered);
        text(log, entered);
        for (int day = entered + 1; day < Math.min(options.days(), sku.brand().ended()); day++) {
            if (model.listPrice(day) != model.listPrice(day - 1)) {
                item(log, day);
            }
        }
    }

    /** Cost of one unit in the catalogue, before the factor of the terms. */
    static BigDecimal unitCost(SkuProfile sku) {
        return money(sku.listPrice() * sku.costShare());
    }

    static BigDecimal money(double amount) {
        return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP);
    }

    private void item(EventLog log, int day) {
        log.add(
                new CatalogueItem(
                        "item-" + sku.item() + "-" + day,
                        log.hour(day, 5),
                        SOURCE,
                        sku.item(),
                        sku.brand().name(),
                        sku.brand().category().label(),
                        sku.brand().supplier(),
                        unitCost(sku),
                        money(model.listPrice(day)),
                        Marketplace.CURRENCY,
                        sku.volume(),
                        sku.brand().category().shelfLifeDays(),
                        log.date(sku.brand().launched()),
                        false));
    }

    private void text(EventLog log, int day) {
        Wording wording = new Wording(Draws.of(options.seed(), "words", sku.item()));
        log.add(
                new CatalogueText(
                        "text-" + sku.item(),
                        log.hour(day, 5),
                        SOURCE,
                        sku.item(),
                        "en",
                        wording.title(sku),
                        wording.description(sku)));
    }
}
