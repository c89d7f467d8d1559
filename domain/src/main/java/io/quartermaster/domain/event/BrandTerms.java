package io.quartermaster.domain.event;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

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
        LocalDate validFrom,
        LocalDate validTo)
        implements Event {}
