package io.quartermaster.domain.replenishment;

import io.quartermaster.domain.event.BrandTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * The terms that bind one brand's orders in a plan: of those valid on the plan day the one of the
 * highest version. A brand whose terms have all ended, or have not begun, orders nothing; a brand
 * that never had any orders by the defaults.
 *
 * @param pool name of the capacity that its orders share
 * @param leadTimeDays days from order to arrival
 * @param orderEveryDays days between order days
 * @param packUnits units of a pack
 * @param minOrderUnits smallest order of one item
 * @param capacityPerDay units of a day's orders
 * @param costFactor what a unit costs as a share of its catalogue cost
 * @param validFrom first day of orders, null for no limit
 * @param validTo last day of orders, null for no limit
 * @param orders whether anything may be ordered at all
 * @param assumed whether they are assumed
 * @param words the terms in words
 */
record BindingTerms(
        String pool,
        int leadTimeDays,
        int orderEveryDays,
        long packUnits,
        long minOrderUnits,
        double capacityPerDay,
        BigDecimal costFactor,
        LocalDate validFrom,
        LocalDate validTo,
        boolean orders,
        boolean assumed,
        String words) {

    private static final String ASSUMED_SOURCE = "assumptions";

    static BindingTerms of(
            String brand,
            LocalDate planDay,
            Collection<BrandTerms> known,
            PlanningRules.DefaultTerms otherwise) {
        Optional<BrandTerms> binding =
                known.stream()
                        .filter(terms -> terms.brand().equals(brand) && holds(terms, planDay))
                        .max(
                                Comparator.comparingInt(BrandTerms::version)
                                        .thenComparing(BrandTerms::id));
        if (binding.isPresent()) {
            return of(binding.get());
        }
        boolean hasOthers = known.stream().anyMatch(terms -> terms.brand().equals(brand));
        return new BindingTerms(
                brand,
                otherwise.leadTimeDays(),
                otherwise.orderEveryDays(),
                otherwise.packUnits(),
                otherwise.minOrderUnits(),
                otherwise.capacityPerDay(),
                BigDecimal.ONE,
                null,
                null,
                !hasOthers,
                !hasOthers,
                hasOthers
                        ? "no terms of %s hold on %s".formatted(brand, planDay)
                        : "default terms, none are agreed");
    }

    private static BindingTerms of(BrandTerms terms) {
        return new BindingTerms(
                terms.brand(),
                terms.leadTimeDays(),
                terms.orderEveryDays(),
                terms.packUnits(),
                terms.minOrderUnits(),
                terms.capacityPerDay(),
                terms.costFactor(),
                terms.validFrom(),
                terms.validTo(),
                true,
                terms.source().equals(ASSUMED_SOURCE),
                "terms version " + terms.version());
    }

    private static boolean holds(BrandTerms terms, LocalDate day) {
        return !terms.validFrom().isAfter(day)
                && (terms.validTo() == null || !terms.validTo().isBefore(day));
    }

    /** Whether a day takes orders. */
    boolean isOrderDay(LocalDate day, LocalDate firstOrderDay) {
        long sinceFirst = day.toEpochDay() - firstOrderDay.toEpochDay();
        return orders
                && (validTo == null || !day.isAfter(validTo))
                && Math.floorMod(sinceFirst, orderEveryDays) == 0;
    }

    /** Whether they end before a day. */
    boolean endsBefore(LocalDate day) {
        return !orders || (validTo != null && validTo.isBefore(day));
    }
}
