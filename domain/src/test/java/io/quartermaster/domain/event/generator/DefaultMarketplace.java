package io.quartermaster.domain.event.generator;

import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.EventKind;
import io.quartermaster.domain.event.OrderLine;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the marketplace of the default options leaves behind: generated once for all its tests. */
final class DefaultMarketplace {

    static final MarketplaceOptions OPTIONS = MarketplaceOptions.defaults();
    static final Seen SEEN = Seen.of(OPTIONS);

    static final List<OrderLine> ORDERS = SEEN.all(EventKind.ORDERS, OrderLine.class);
    static final Map<String, CatalogueItem> ITEMS =
            SEEN.all(EventKind.ITEMS, CatalogueItem.class).stream()
                    .collect(Collectors.toMap(CatalogueItem::item, i -> i, (a, b) -> a));

    private DefaultMarketplace() {}

    static boolean isOf(String brand, String item) {
        return ITEMS.get(item).brand().equals(brand);
    }

    static LocalDate day(OrderLine line) {
        return dayOf(line.time());
    }

    static LocalDate dayOf(Instant time) {
        return time.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
