package io.quartermaster.domain.event;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Terms agreed with a brand. Of several versions that hold on a day, the highest binds.
 *
 * @param id unique among the events of this kind
 * @param time when it happened
 * @param source file or topic that reported it
 * @param brand name of the brand
 * @param supplier who delivers
 * @param version number of the version, 1 or more
 * @param leadTimeDays days from order to arrival, 0 or more
 * @param minOrderUnits smallest order of one item, 0 if none
 * @param packUnits units of a pack, 1 or more
 * @param costFactor what a unit costs as a share of its catalogue cost, above 0
 * @param capacityPerDay units the supplier delivers a day, above 0
 * @param orderEveryDays days between order days, 1 or more
 * @param orderWeekdays days of the week that take orders, for example {@code mon thu}; empty if
 *     every order day does
 * @param priceTiers share of the unit cost from so many units of an order on, for example {@code
 *     100:0.97 500:0.93}; empty if it is one price
 * @param productionLeadDays days from the first valid day until the first order day, 0 or more
 * @param rampDays days over which capacity then rises evenly to its full, 0 if at once
 * @param exclusive whether the brand delivers through this supplier alone
 * @param exclusiveIn categories in which the brand demands that no other brand sells beside it,
 *     joined by bars; empty if none
 * @param validFrom first day the terms hold
 * @param validTo last day the terms hold, null if open
 */
public record BrandTerms(
        String id,
        Instant time,
        String source,
        String brand,
        String supplier,
        int version,
        int leadTimeDays,
        long minOrderUnits,
        long packUnits,
        BigDecimal costFactor,
        long capacityPerDay,
        int orderEveryDays,
        String orderWeekdays,
        String priceTiers,
        int productionLeadDays,
        int rampDays,
        boolean exclusive,
        String exclusiveIn,
        LocalDate validFrom,
        LocalDate validTo)
        implements Event {

    /** Of several terms of a brand those that bind on a day: the highest version that holds. */
    public static Optional<BrandTerms> binding(Stream<BrandTerms> known, LocalDate day) {
        return known.filter(terms -> terms.holdsOn(day))
                .max(Comparator.comparingInt(BrandTerms::version).thenComparing(BrandTerms::id));
    }

    /** The categories of {@code exclusiveIn}, each once. */
    public Set<String> exclusiveCategories() {
        Set<String> categories = new TreeSet<>();
        for (String category : exclusiveIn.split("\\|", -1)) {
            if (!category.isBlank()) {
                categories.add(category.strip());
            }
        }
        return categories;
    }

    /** Whether a day lies within the first and the last day they hold. */
    public boolean holdsOn(LocalDate day) {
        return !validFrom.isAfter(day) && (validTo == null || !validTo.isBefore(day));
    }

    /** Terms with one price and full capacity from the first day on, not exclusive. */
    public static BrandTerms plain(
            String id,
            Instant time,
            String source,
            String brand,
            String supplier,
            int version,
            int leadTimeDays,
            long minOrderUnits,
            long packUnits,
            BigDecimal costFactor,
            long capacityPerDay,
            int orderEveryDays,
            LocalDate validFrom,
            LocalDate validTo) {
        return new BrandTerms(
                id,
                time,
                source,
                brand,
                supplier,
                version,
                leadTimeDays,
                minOrderUnits,
                packUnits,
                costFactor,
                capacityPerDay,
                orderEveryDays,
                "",
                "",
                0,
                0,
                false,
                "",
                validFrom,
                validTo);
    }
}
