package io.quartermaster.pipelines.brand;

import io.quartermaster.domain.brand.BrandExpectation;
import io.quartermaster.domain.brand.ItemSales;
import io.quartermaster.domain.event.BrandOffer;
import io.quartermaster.domain.event.BrandTerms;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.EventKind;
import io.quartermaster.pipelines.event.RunTables;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a run tells of its brands' items and conditions.
 *
 * @param items last version of each item, by brand
 * @param offers last offer, by brand
 * @param terms every version
 */
record RunCatalogue(
        Map<String, List<CatalogueItem>> items,
        Map<String, BrandOffer> offers,
        List<BrandTerms> terms) {

    static RunCatalogue of(RunTables tables) throws IOException {
        Map<String, CatalogueItem> latest = new TreeMap<>();
        tables.events(EventKind.ITEMS, CatalogueItem.class)
                .forEach(item -> latest.put(item.item(), item));
        Map<String, List<CatalogueItem>> items = new TreeMap<>();
        for (CatalogueItem item : latest.values()) {
            items.computeIfAbsent(item.brand(), none -> new ArrayList<>()).add(item);
        }
        Map<String, BrandOffer> offers = new TreeMap<>();
        tables.events(EventKind.OFFERS, BrandOffer.class)
                .forEach(offer -> offers.put(offer.brand(), offer));
        return new RunCatalogue(items, offers, tables.events(EventKind.TERMS, BrandTerms.class));
    }

    List<ItemSales> sales(RunSales sales, RunPriors priors) {
        return items.keySet().stream()
                .flatMap(brand -> salesOf(brand, sales, priors.of(brand)).stream())
                .toList();
    }

    List<ItemSales> salesOf(String brand, RunSales sales, BrandExpectation expected) {
        return itemsOf(brand).stream().map(item -> sales.of(item, expected)).toList();
    }

    List<CatalogueItem> itemsOf(String brand) {
        return items.getOrDefault(brand, List.of());
    }

    Optional<BrandTerms> termsOf(String brand, LocalDate day) {
        return BrandTerms.binding(terms.stream().filter(one -> one.brand().equals(brand)), day);
    }
}
