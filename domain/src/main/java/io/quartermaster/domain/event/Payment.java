package io.quartermaster.domain.event;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Money received for an order.
 *
 * @param id unique among the events of this kind
 * @param time when it happened
 * @param source file or topic that reported it
 * @param order the order paid
 * @param method for example card or voucher
 * @param instalments number of instalments, 1 or more
 * @param amount paid, 0 or more
 * @param currency ISO 4217 code
 */
public record Payment(
        String id,
        Instant time,
        String source,
        String order,
        String method,
        int instalments,
        BigDecimal amount,
        String currency)
        implements Event {}
