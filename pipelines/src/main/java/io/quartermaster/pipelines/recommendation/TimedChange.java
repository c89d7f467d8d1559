package io.quartermaster.pipelines.recommendation;

import io.quartermaster.domain.recommendation.incremental.BasketChange;

/**
 * A change that waits.
 *
 * @param telling the time at which the table tells of it, milliseconds since the epoch
 * @param change the change
 */
public record TimedChange(long telling, BasketChange change) {}
