package io.quartermaster.pipelines.embedded;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.event.BrandTerms;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.event.StockLevel;
import io.quartermaster.pipelines.event.Channels;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32;

/**
 * Catalogue, terms and stock of items of which history tells only the sales, made from {@link
 * Assumptions}. The same sales give the same supply, in whatever order they come.
 */
public final class AssumedSupply {

    /** Days over which recent demand is averaged. */
    private static final int RECENT_DAYS = 28;

    private static final int COST_DECIMALS = 4;

    private final Assumptions assumptions;
    private final Map<String, List<BigDecimal>> pricesByItem = new TreeMap<>();
    private final Map<String, CatalogueItem> known = new TreeMap<>();
    private Instant start = Instant.MAX;
    private String currency = "";

    public AssumedSupply(Assumptions assumptions) {
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

    /** Terms of every supplier that the items name, valid from the first day on. */
    public List<BrandTerms> terms(List<CatalogueItem> items) {
        TreeSet<String> pairs = new TreeSet<>();
        items.forEach(item -> pairs.add(item.brand() + "\n" + item.supplier()));
        return pairs.stream().map(pair -> terms(pair.split("\n", 2))).toList();
    }

    private BrandTerms terms(String[] brandAndSupplier) {
        return new BrandTerms(
                "assumed-terms-" + String.join("-", brandAndSupplier),
                start,
                Assumptions.SOURCE,
                brandAndSupplier[0],
                brandAndSupplier[1],
                1,
                assumptions.leadTimeDays(),
                assumptions.minOrderUnits(),
                assumptions.packUnits(),
                BigDecimal.ONE,
                assumptions.capacityPerDay(),
                assumptions.orderEveryDays(),
                LocalDate.ofInstant(start, ZoneOffset.UTC),
                null);
    }

    /** Stock of every item and place at the end of the day before each plan day. */
    public List<StockLevel> stock(Iterable<DemandWindow> demand, List<LocalDate> planDays) {
        List<StockLevel> levels = new ArrayList<>();
        for (LocalDate planDay : planDays) {
            Map<String, Long> recent = new TreeMap<>();
            for (DemandWindow window : demand) {
                boolean isRecent =
                        window.day().isBefore(planDay)
                                && !window.day().isBefore(planDay.minusDays(RECENT_DAYS));
                if (isRecent) {
                    recent.merge(window.item() + "\n" + window.place(), window.units(), Long::sum);
                }
            }
            recent.forEach((key, units) -> levels.add(level(planDay, key.split("\n", 2), units)));
        }
        return levels;
    }

    private StockLevel level(LocalDate planDay, String[] itemAndPlace, long recentUnits) {
        LocalDate day = planDay.minusDays(1);
        double mean = recentUnits / (double) RECENT_DAYS;
        return new StockLevel(
                "assumed-stock-" + day + "-" + String.join("-", itemAndPlace),
                Channels.endOf(day),
                Assumptions.SOURCE,
                itemAndPlace[0],
                itemAndPlace[1],
                (long) Math.ceil(mean * assumptions.stockCoverDays()));
    }
}
