package io.quartermaster.pipelines.recommendation;

import java.time.Duration;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * Up to when the customer of the current key was erased, so that what comes late is not taken for
 * new, not even by a restarted task that has no watermark yet. It ends when an act of that time
 * would be too old to be kept anyway.
 */
final class ErasureMemory {

    /** Milliseconds since the epoch; the timer of the customer's ttl after it ends it. */
    private static final ValueStateDescriptor<Long> ERASED_UNTIL =
            new ValueStateDescriptor<>("erased-until", Types.LONG);

    private final Duration ttl;
    private final ValueState<Long> until;

    ErasureMemory(RuntimeContext context, CustomerLimits limits) {
        this.ttl = limits.ttl();
        this.until = context.getState(ERASED_UNTIL);
    }

    /** Whether an act is of a time that was erased. */
    boolean covers(RecommendationSignal act) throws Exception {
        return until.value() != null && act.time().toEpochMilli() <= until.value();
    }

    /** Up to when all was erased; null if nothing was, or that is too long ago. */
    Long until() throws Exception {
        return until.value();
    }

    /** Notes it, and says when a timer has to end it. */
    long keep(long time) throws Exception {
        until.update(until.value() == null ? time : Math.max(time, until.value()));
        return until.value() + ttl.toMillis();
    }

    /** Ends it, if that is due. */
    void endIfDue(long time) throws Exception {
        if (until.value() != null && until.value() + ttl.toMillis() <= time) {
            until.clear();
        }
    }
}
