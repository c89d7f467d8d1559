package io.quartermaster.pipelines.demand;

import io.quartermaster.domain.demand.DemandEffects;

/**
 * What a category's days have taught.
 *
 * @param time of the windows that teach now, epoch milliseconds
 * @param before them
 * @param learnt with those of them so far
 */
public record TaughtEffects(long time, DemandEffects before, DemandEffects learnt) {

    static final TaughtEffects NONE =
            new TaughtEffects(Long.MIN_VALUE, DemandEffects.prior(), DemandEffects.prior());

    /** As it stands for windows of a time; what is late goes with the windows of now. */
    TaughtEffects at(long newTime) {
        return newTime > time ? new TaughtEffects(newTime, learnt, learnt) : this;
    }

    TaughtEffects with(DemandEffects more) {
        return new TaughtEffects(time, before, more);
    }
}
