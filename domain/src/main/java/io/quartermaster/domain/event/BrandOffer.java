package io.quartermaster.domain.event;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A brand offers to be sold on the platform.
 *
 * @param id unique among the events of this kind
 * @param time when it happened
 * @param source file or topic that reported it
 * @param brand name of the brand
 * @param category category it sells in
 * @param supplier who would deliver
 * @param items number of items offered, above 0
 * @param unitCost mean cost of one unit, above 0
 * @param listPrice mean list price of one unit, above 0
 * @param currency ISO 4217 code
 * @param newItemsShare share of items new to the market, 0 to 1
 * @param capacityPerDay units the supplier can deliver a day, above 0
 * @param leadTimeDays days from order to arrival, 0 or more
 */
public record BrandOffer(
        String id,
        Instant time,
        String source,
        String brand,
        String category,
        String supplier,
        int items,
        BigDecimal unitCost,
        BigDecimal listPrice,
        String currency,
        double newItemsShare,
        long capacityPerDay,
        int leadTimeDays)
        implements Event {}
