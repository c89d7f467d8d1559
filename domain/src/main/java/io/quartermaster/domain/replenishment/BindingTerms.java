package io.quartermaster.domain.replenishment;

import io.quartermaster.domain.event.BrandStage;
import io.quartermaster.domain.event.BrandTerms;
import io.quartermaster.domain.event.OrderWeekdays;
import io.quartermaster.domain.event.PriceTiers;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The terms that bind one brand's orders of a day: of those valid on it the one of the highest
 * version. A brand whose terms have all ended, or have not begun, or whose cooperation is suspended
 * or has ended, orders nothing; a brand that never had any orders by the defaults.
 *
 * @param pool name of the capacity that its orders share
 * @param leadTimeDays days from order to arrival
 * @param orderEveryDays days between order days
 * @param orderWeekdays days of the week that take orders
 * @param packUnits units of a pack
 * @param minOrderUnits smallest order of one item
 * @param capacityPerDay units of a day's orders once capacity is full
 * @param costFactor what a unit costs as a share of its catalogue cost
 * @param prices share of that by the size of an order
 * @param validFrom first day of orders, null for no limit
 * @param rampDays days over which capacity rises evenly to its full
 * @param validTo last day of orders, null for no limit
 * @param orders whether anything may be ordered at all
 * @param assumed whether they are assumed
 * @param words the terms in words
 */
record BindingTerms(
        String pool,
        int leadTimeDays,
        int orderEveryDays,
        Set<DayOfWeek> orderWeekdays,
        long packUnits,
        long minOrderUnits,
        double capacityPerDay,
        BigDecimal costFactor,
        PriceTiers prices,
        LocalDate validFrom,
        int rampDays,
        LocalDate validTo,
        boolean orders,
        boolean assumed,
        String words) {

    private static final String ASSUMED_SOURCE = "assumptions";

    static BindingTerms of(
            String brand,
            LocalDate day,
            Collection<BrandTerms> known,
            PlanningRules.DefaultTerms otherwise) {
        Optional<BrandTerms> binding =
                BrandTerms.binding(
                        known.stream().filter(terms -> terms.brand().equals(brand)), day);
        if (binding.isPresent()) {
            return of(binding.get());
        }
        boolean hasOthers = known.stream().anyMatch(terms -> terms.brand().equals(brand));
        return hasOthers
                ? none(brand, otherwise, "no terms of %s hold on %s".formatted(brand, day))
                : byDefault(brand, otherwise, true, "default terms, none are agreed");
    }

    /** What binds a brand whose cooperation is suspended or has ended: it orders nothing. */
    static BindingTerms stopped(
            String brand, BrandStage stage, PlanningRules.DefaultTerms otherwise) {
        String word = stage.name().toLowerCase(Locale.ROOT);
        return none(brand, otherwise, "%s is %s".formatted(brand, word));
    }

    private static BindingTerms none(
            String brand, PlanningRules.DefaultTerms otherwise, String words) {
        return byDefault(brand, otherwise, false, words);
    }

    private static BindingTerms byDefault(
            String brand, PlanningRules.DefaultTerms otherwise, boolean orders, String words) {
        return new BindingTerms(
                brand,
                otherwise.leadTimeDays(),
                otherwise.orderEveryDays(),
                EnumSet.allOf(DayOfWeek.class),
                otherwise.packUnits(),
                otherwise.minOrderUnits(),
                otherwise.capacityPerDay(),
                BigDecimal.ONE,
                PriceTiers.FLAT,
                null,
                0,
                null,
                orders,
                orders,
                words);
    }

    private static BindingTerms of(BrandTerms terms) {
        return new BindingTerms(
                terms.brand(),
                terms.leadTimeDays(),
                terms.orderEveryDays(),
                OrderWeekdays.parse(terms.orderWeekdays()),
                terms.packUnits(),
                terms.minOrderUnits(),
                terms.capacityPerDay(),
                terms.costFactor(),
                PriceTiers.parse(terms.priceTiers()),
                terms.validFrom().plusDays(terms.productionLeadDays()),
                terms.rampDays(),
                terms.validTo(),
                true,
                terms.source().equals(ASSUMED_SOURCE),
                "terms version " + terms.version());
    }

    /** Whether a day takes orders. */
    boolean isOrderDay(LocalDate day, LocalDate firstOrderDay) {
        long sinceFirst = day.toEpochDay() - firstOrderDay.toEpochDay();
        return orders
                && orderWeekdays.contains(day.getDayOfWeek())
                && (validFrom == null || !day.isBefore(validFrom))
                && (validTo == null || !day.isAfter(validTo))
                && Math.floorMod(sinceFirst, orderEveryDays) == 0;
    }

    /** The most days between two order days: the days that an order must last. */
    int reviewDays() {
        return OrderWeekdays.longestGap(orderEveryDays, orderWeekdays);
    }

    /** Units of the orders of a day: less than full while production ramps up. */
    double capacityOn(LocalDate day) {
        if (rampDays == 0 || validFrom == null) {
            return capacityPerDay;
        }
        long since = day.toEpochDay() - validFrom.toEpochDay() + 1;
        return Math.floor(capacityPerDay * Math.max(0, Math.min(1, since / (double) rampDays)));
    }
}
