package io.quartermaster.pipelines.brand;

import static java.util.stream.Collectors.toSet;

import io.quartermaster.domain.brand.BrandExpectation;
import io.quartermaster.domain.brand.CategoryRates;
import io.quartermaster.domain.brand.FailureRate;
import io.quartermaster.domain.brand.FirstOrder;
import io.quartermaster.domain.brand.ItemSales;
import io.quartermaster.domain.brand.PartnerCandidate;
import io.quartermaster.domain.event.BrandOffer;
import io.quartermaster.domain.event.BrandStage;
import io.quartermaster.domain.event.BrandTerms;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.pipelines.brand.RunStandings.Standing;
import io.quartermaster.pipelines.event.RunTables;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The brands that a run left to choose among; docs/partners.md gives the formulas.
 *
 * @param day last day of the run
 * @param candidates scored brands that have not ended and bring items, in alphabetical order
 * @param leftOut the other scored brands, with the reason
 * @param risk where their risks come from
 * @param expected what their returns and satisfaction rest on
 */
public record PartnerRun(
        LocalDate day,
        List<PartnerCandidate> candidates,
        Map<String, String> leftOut,
        RiskBasis risk,
        ExpectationBasis expected) {

    private static final List<String> NEEDED =
            List.of("brand_scores", "demand", "items", "lifecycle", "offers", "returns", "terms");

    /**
     * Where the risks of a run's brands come from.
     *
     * @param failure how often brands failed in the run
     * @param ofDiscontent what whole discontent of a brand's customers comes to, 0 to 1
     * @param days that a cooperation is planned for
     */
    public record RiskBasis(FailureRate failure, double ofDiscontent, int days) {

        /** In words, one sentence. */
        public String words() {
            return failure.isMeasured()
                    ? String.format(
                            Locale.ROOT,
                            "Risk of a break or an exit within %d days, of %d alerts on %,d days of brands: %.3f, shared out by discontent at %.3f (1 - satisfaction)",
                            days,
                            failure.alerts(),
                            failure.brandDays(),
                            failure.within(days),
                            ofDiscontent)
                    : String.format(
                            Locale.ROOT,
                            "The run watched neither deliveries nor terms nor life cycles, so the risk is assumed: %.3f (1 - satisfaction)",
                            ofDiscontent);
        }
    }

    /**
     * Reads the result tables below a run's output folder.
     *
     * @param days last days that sales are taken of, and days that margins are expected of
     * @throws IllegalArgumentException when the folder is not that of a run
     */
    public static PartnerRun read(Path run, int days) throws IOException {
        if (days < 1) {
            throw new IllegalArgumentException(
                    "The days (%d) must be 1 or more.\nMaybe --days 90.".formatted(days));
        }
        RunTables tables = RunTables.of(run, NEEDED);
        RunSales sales = RunSales.of(tables, days);
        RunCatalogue catalogue = RunCatalogue.of(tables);
        RunPriors priors = RunPriors.of(tables, sales.returnedShare());
        CategoryRates rates = CategoryRates.of(catalogue.sales(sales, priors));
        List<PartnerCandidate> candidates = new ArrayList<>();
        Map<String, String> leftOut = new TreeMap<>();
        Set<String> currencies = new TreeSet<>();
        RunStandings standings = RunStandings.of(tables, sales.lastDay(), days, priors);
        standings
                .brands()
                .forEach(
                        (brand, standing) -> {
                            BrandCase one =
                                    new BrandCase(
                                            brand,
                                            standing,
                                            catalogue,
                                            sales,
                                            rates,
                                            priors.of(brand),
                                            days);
                            if (standing.stage() == BrandStage.ENDED) {
                                leftOut.put(brand, "ended");
                            } else if (one.isEmpty()) {
                                leftOut.put(brand, "without item and offer");
                            } else {
                                candidates.add(one.candidate());
                                currencies.addAll(one.currencies());
                            }
                        });
        requireOne(currencies);
        return new PartnerRun(
                sales.lastDay(),
                candidates,
                leftOut,
                new RiskBasis(standings.failure(), standings.ofDiscontent(), days),
                priors.basis(names(candidates)));
    }

    private static Set<String> names(List<PartnerCandidate> candidates) {
        return candidates.stream().map(PartnerCandidate::brand).collect(toSet());
    }

    private static void requireOne(Set<String> currencies) {
        if (currencies.size() > 1) {
            throw new IllegalArgumentException(
                    "The brands of the run are priced in (%s); money must be of one currency.\nMaybe convert the items and offers before the run."
                            .formatted(String.join(", ", currencies)));
        }
    }

    /** One brand, of its items in the catalogue or, before there are any, of its offer. */
    private record BrandCase(
            String brand,
            Standing standing,
            RunCatalogue catalogue,
            RunSales sales,
            CategoryRates rates,
            BrandExpectation expected,
            int days) {

        private boolean isEmpty() {
            return catalogue.itemsOf(brand).isEmpty() && offer() == null;
        }

        private BrandOffer offer() {
            return catalogue.offers().get(brand);
        }

        private Optional<BrandTerms> terms() {
            return catalogue.termsOf(brand, sales.lastDay());
        }

        private PartnerCandidate candidate() {
            List<PartnerCandidate.Item> items =
                    itemSales().stream()
                            .map(
                                    item ->
                                            item.expected(
                                                    rates.perDay(item.category()), order(), days))
                            .toList();
            return new PartnerCandidate(
                    brand,
                    supplier(),
                    standing.score(),
                    standing.risk(),
                    0,
                    0,
                    1,
                    terms().map(BrandTerms::exclusiveCategories).orElse(Set.of()),
                    items);
        }

        private List<ItemSales> itemSales() {
            List<ItemSales> items = catalogue.salesOf(brand, sales, expected);
            return items.isEmpty() ? offered() : items;
        }

        private List<ItemSales> offered() {
            BrandOffer offer = offer();
            return IntStream.rangeClosed(1, offer.items())
                    .mapToObj(
                            number ->
                                    new ItemSales(
                                            "%s item %d".formatted(brand, number),
                                            offer.category(),
                                            offer.unitCost().doubleValue(),
                                            offer.listPrice().doubleValue(),
                                            0,
                                            0,
                                            0,
                                            expected.returnedShare(0, 0)))
                    .toList();
        }

        private FirstOrder order() {
            if (terms().isPresent()) {
                return FirstOrder.of(terms().get());
            }
            return offer() == null ? FirstOrder.usual() : FirstOrder.of(offer());
        }

        private String supplier() {
            if (terms().isPresent()) {
                return terms().get().supplier();
            }
            String ofItems =
                    catalogue.itemsOf(brand).stream()
                            .map(CatalogueItem::supplier)
                            .filter(name -> !name.isEmpty())
                            .findFirst()
                            .orElse("");
            if (ofItems.isEmpty()) {
                return offer() == null ? brand : offer().supplier();
            }
            return ofItems;
        }

        private Set<String> currencies() {
            Set<String> currencies = new TreeSet<>();
            catalogue.itemsOf(brand).forEach(item -> currencies.add(item.currency()));
            if (currencies.isEmpty()) {
                currencies.add(offer().currency());
            }
            return currencies;
        }
    }
}
