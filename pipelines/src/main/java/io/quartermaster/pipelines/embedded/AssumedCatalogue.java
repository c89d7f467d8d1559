package io.quartermaster.pipelines.embedded;

import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.OrderLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * Catalogue of items of which history tells only the sales, made from {@link Assumptions}. The same
 * sales give the same catalogue, in whatever order they come.
 */
public final class AssumedCatalogue {

    private static final int COST_DECIMALS = 4;

    private final Assumptions assumptions;
    private final Map<String, List<BigDecimal>> pricesByItem = new TreeMap<>();
    private final Map<String, CatalogueItem> known = new TreeMap<>();
    private Instant start = Instant.MAX;
    private String currency = "";

    public AssumedCatalogue(Assumptions assumptions) {
        this.assumptions = assumptions;
    }

    /** Takes note of a sale. */
    public void sold(OrderLine line) {
        pricesByItem.computeIfAbsent(line.item(), item -> new ArrayList<>()).add(line.unitPrice());
        start = line.time().isBefore(start) ? line.time() : start;
        if (currency.isEmpty()) {
            currency = line.currency();
        }
    }

    /** Takes note of what history itself says of an item; only what is missing is assumed. */
    public void knows(CatalogueItem item) {
        known.put(item.item(), item);
    }

    /** An entry for every item that lacks one or lacks a supplier or a cost. */
    public List<CatalogueItem> items() {
        List<CatalogueItem> items = new ArrayList<>();
        for (Map.Entry<String, List<BigDecimal>> entry : pricesByItem.entrySet()) {
            CatalogueItem item = known.get(entry.getKey());
            if (item == null || item.supplier().isEmpty() || item.unitCost().signum() == 0) {
                items.add(assumed(entry.getKey(), median(entry.getValue()), item));
            }
        }
        return items;
    }

    private CatalogueItem assumed(String item, BigDecimal price, CatalogueItem entry) {
        BigDecimal cost =
                price.multiply(assumptions.unitCostShare())
                        .setScale(COST_DECIMALS, RoundingMode.HALF_EVEN);
        boolean supplierKnown = entry != null && !entry.supplier().isEmpty();
        return new CatalogueItem(
                "assumed-item-" + item,
                start,
                Assumptions.SOURCE,
                item,
                entry == null ? "" : entry.brand(),
                entry == null ? "" : entry.category(),
                supplierKnown ? entry.supplier() : supplierOf(item),
                cost.signum() == 0 ? new BigDecimal("0.0001") : cost,
                price,
                currency.isEmpty() ? assumptions.currency() : currency,
                assumptions.unitVolumeLitres(),
                assumptions.shelfLifeDays(),
                entry == null ? null : entry.launchedOn(),
                true);
    }

    private String supplierOf(String item) {
        CRC32 hash = new CRC32();
        hash.update(item.getBytes(StandardCharsets.UTF_8));
        return "supplier-%03d".formatted(hash.getValue() % assumptions.supplierGroups() + 1);
    }

    private static BigDecimal median(List<BigDecimal> prices) {
        List<BigDecimal> sorted = prices.stream().sorted().toList();
        return sorted.get((sorted.size() - 1) / 2);
    }
}
