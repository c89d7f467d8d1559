package io.quartermaster.domain.event.generator;

import java.time.LocalDate;

/**
 * What a campaign truly did. For scoring only.
 *
 * @param campaign its name
 * @param brand its brand
 * @param startsOn its first day
 * @param endsOn its last day
 * @param baseUnits wanted on its days, of its items and at its places, without it
 * @param liftUnits wanted beside them
 */
public record TrueCampaign(
        String campaign,
        String brand,
        LocalDate startsOn,
        LocalDate endsOn,
        long baseUnits,
        long liftUnits) {}
