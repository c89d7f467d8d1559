package io.quartermaster.domain.event;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a unit costs by the size of the order, as a share of its usual cost: from {@code
 * fromUnits[i]} units on, every unit of the order costs {@code shares[i]} of it; below the first,
 * 1.
 *
 * @param fromUnits rising, above 0
 * @param shares one per entry, above 0
 */
public record PriceTiers(long[] fromUnits, double[] shares) {

    /** One price for every order. */
    public static final PriceTiers FLAT = new PriceTiers(new long[0], new double[0]);

    public PriceTiers {
        if (fromUnits.length != shares.length) {
            throw new IllegalArgumentException(
                    "The price tiers (%d) and shares (%d) must be as many."
                            .formatted(fromUnits.length, shares.length));
        }
        for (int i = 0; i < shares.length; i++) {
            boolean rises = fromUnits[i] > (i == 0 ? 0 : fromUnits[i - 1]);
            if (!rises || !(shares[i] > 0) || Double.isInfinite(shares[i])) {
                throw new IllegalArgumentException(
                        "The price tier (%d:%s) must have more units than the one before and a share above 0."
                                .formatted(fromUnits[i], shares[i]));
            }
        }
    }

    /**
     * Reads tiers as {@code 100:0.97 500:0.93}.
     *
     * @throws IllegalArgumentException when the text is none
     */
    public static PriceTiers parse(String text) {
        List<String> parts = new ArrayList<>();
        for (String part : text.strip().split("\\s+", -1)) {
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        long[] from = new long[parts.size()];
        double[] shares = new double[parts.size()];
        for (int i = 0; i < from.length; i++) {
            String[] pair = parts.get(i).split(":", -1);
            try {
                from[i] = Long.parseLong(pair[0]);
                shares[i] = new BigDecimal(pair[pair.length - 1]).doubleValue();
            } catch (NumberFormatException e) {
                throw unreadable(parts.get(i), e);
            }
            if (pair.length != 2) {
                throw unreadable(parts.get(i), null);
            }
        }
        return new PriceTiers(from, shares);
    }

    private static IllegalArgumentException unreadable(String part, Throwable cause) {
        return new IllegalArgumentException(
                "The price tier (%s) must be units and a share, such as 100:0.97.".formatted(part),
                cause);
    }

    /** The same tiers of another usual cost: every share times a factor. */
    public PriceTiers times(double factor) {
        if (factor == 1) {
            return this;
        }
        boolean fromFirst = fromUnits.length > 0 && fromUnits[0] == 1;
        int shift = fromFirst ? 0 : 1;
        long[] from = new long[fromUnits.length + shift];
        double[] scaled = new double[from.length];
        Arrays.fill(from, 0, shift, 1);
        Arrays.fill(scaled, 0, shift, factor);
        for (int i = 0; i < fromUnits.length; i++) {
            from[i + shift] = fromUnits[i];
            scaled[i + shift] = shares[i] * factor;
        }
        return new PriceTiers(from, scaled);
    }

    /** Share of the usual cost that a unit of an order costs. */
    public double share(long units) {
        double share = 1;
        for (int i = 0; i < fromUnits.length && units >= fromUnits[i]; i++) {
            share = shares[i];
        }
        return share;
    }

    /** The lowest share of any order of at most these units. */
    public double lowest(double units) {
        double lowest = share(1);
        for (int i = 0; i < fromUnits.length && units >= fromUnits[i]; i++) {
            lowest = Math.min(lowest, shares[i]);
        }
        return lowest;
    }

    /** Units of the next tier above an order; 0 if there is none. */
    public long next(long units) {
        for (long from : fromUnits) {
            if (from > units) {
                return from;
            }
        }
        return 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PriceTiers tiers
                && Arrays.equals(fromUnits, tiers.fromUnits)
                && Arrays.equals(shares, tiers.shares);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(fromUnits) + Arrays.hashCode(shares);
    }
}
