package io.quartermaster.domain.recommendation;

import java.time.Instant;

/**
 * One item proposed to one customer.
 *
 * @param customer token of the customer
 * @param position 1 for the best
 * @param item the item
 * @param score higher is better; the parts named in the reason sum to it
 * @param method {@code item_cf}, {@code user_cf} or {@code popular}
 * @param reason whose or which purchases carried how much, and what stock took off
 * @param asOf event time up to which it knows
 */
public record Recommendation(
        String customer,
        int position,
        String item,
        double score,
        String method,
        String reason,
        Instant asOf) {}
