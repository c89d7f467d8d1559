package io.quartermaster.domain.recommendation;

import java.util.Comparator;

/**
 * A part of a score and who or what it came through.
 *
 * @param name a neighbouring customer, or an item of the customer's own
 * @param amount w(u,v) r(v,i)
 * @param bought whether it was a purchase rather than an interest
 */
public record Carrier(String name, double amount, boolean bought) {

    public static final Comparator<Carrier> LARGEST_FIRST =
            Comparator.comparingDouble(Carrier::amount).reversed().thenComparing(Carrier::name);
}
