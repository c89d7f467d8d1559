package io.quartermaster.domain.event;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * An item enters or changes in the catalogue.
 *
 * @param id unique among the events of this kind
 * @param time when it happened
 * @param source file or topic that reported it
 * @param item the item
 * @param brand its brand
 * @param category its category
 * @param supplier who delivers it
 * @param unitCost cost of one unit, 0 or more
 * @param listPrice list price of one unit, above 0
 * @param currency ISO 4217 code
 * @param unitVolume volume of one unit in litres, 0 or more
 * @param shelfLifeDays days it keeps after arrival, 0 if it keeps for ever
 * @param launchedOn first day it is sold, null if not known
 * @param assumed whether figures come from the assumptions file
 */
public record CatalogueItem(
        String id,
        Instant time,
        String source,
        String item,
        String brand,
        String category,
        String supplier,
        BigDecimal unitCost,
        BigDecimal listPrice,
        String currency,
        double unitVolume,
        int shelfLifeDays,
        LocalDate launchedOn,
        boolean assumed)
        implements Event {}
