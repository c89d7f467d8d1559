package io.quartermaster.pipelines.satisfaction;

import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.StockLevel;
import java.math.BigDecimal;
import java.time.Instant;

/** Signals about one item for the functions that join its facts. */
final class ItemSignals {

    private ItemSignals() {}

    /** Stock of the item A. */
    static Signal stock(String id) {
        return Signal.of(new StockLevel(id, Instant.EPOCH, "test", "A", "main", 1));
    }

    /** The item A in the catalogue, a toy of the brand. */
    static Signal item(String brand) {
        return Signal.of(
                new CatalogueItem(
                        "i",
                        Instant.EPOCH,
                        "test",
                        "A",
                        brand,
                        "toys",
                        "S",
                        BigDecimal.ONE,
                        BigDecimal.TEN,
                        "EUR",
                        1,
                        0,
                        null,
                        false));
    }
}
