package io.quartermaster.domain.replenishment.lots;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Units of one lot, and what they cost: a layer of stock, or what was taken from one.
 *
 * @param lot number of the lot
 * @param receivedAt when the lot arrived
 * @param expiresOn last day it may be sold, null if it keeps
 * @param units 0 or more
 * @param value cost of all these units, in whole minor units of the currency
 */
public record LotPart(
        String lot, Instant receivedAt, LocalDate expiresOn, long units, BigDecimal value) {

    /** Of all of these. */
    static BigDecimal value(List<LotPart> parts) {
        return parts.stream().map(LotPart::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Days for which it has lain at the end of a day, days cut in UTC. */
    public long ageDays(LocalDate day) {
        return ChronoUnit.DAYS.between(LocalDate.ofInstant(receivedAt, ZoneOffset.UTC), day);
    }

    /** Whether it must not be sold on a day any more. */
    boolean hasExpiredBefore(LocalDate day) {
        return expiresOn != null && expiresOn.isBefore(day);
    }

    /** The part of the first units; its value is the share, rounded half even to minor units. */
    LotPart first(long some) {
        return new LotPart(lot, receivedAt, expiresOn, some, share(some));
    }

    /** What stays when the first units have left. */
    LotPart without(long some) {
        return new LotPart(lot, receivedAt, expiresOn, units - some, value.subtract(share(some)));
    }

    /** Units from the one to the other; such parts side by side add up to the whole. */
    LotPart between(long from, long to) {
        return new LotPart(lot, receivedAt, expiresOn, to - from, share(to).subtract(share(from)));
    }

    LotPart plus(LotPart more) {
        return new LotPart(
                lot,
                receivedAt,
                expiresOn,
                Math.addExact(units, more.units),
                value.add(more.value));
    }

    /** Whether both are of one lot. */
    boolean isOf(LotPart other) {
        return lot.equals(other.lot) && receivedAt.equals(other.receivedAt);
    }

    private BigDecimal share(long some) {
        if (some == units) {
            return value;
        }
        return value.multiply(BigDecimal.valueOf(some))
                .divide(BigDecimal.valueOf(units), value.scale(), RoundingMode.HALF_EVEN);
    }
}
