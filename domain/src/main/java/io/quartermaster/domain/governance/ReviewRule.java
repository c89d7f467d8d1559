package io.quartermaster.domain.governance;

import io.quartermaster.domain.event.Feedback;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * A customer judges one order and item once; the first judgement counts. Complaints without a
 * rating are no reviews and may come as often as there is cause.
 *
 * @param window how long, in event time, a review keeps further ones out
 */
public record ReviewRule(Duration window) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Name of the rule. */
    public static final String NAME = "repeated_review";

    /** Whether the rule has a say: it must be known who rated what. */
    public static boolean judges(Feedback feedback) {
        return feedback.rating() > 0
                && !feedback.customer().isEmpty()
                && !(feedback.order().isEmpty() && feedback.item().isEmpty());
    }

    /** Whether a review comes too soon after the first. */
    public boolean repeats(Instant first, Instant time) {
        return Duration.between(first, time).abs().compareTo(window) <= 0;
    }

    /** Why it is kept out. */
    public static String reason(Feedback feedback, Instant first) {
        return "The customer reviewed order ("
                + feedback.order()
                + ") item ("
                + feedback.item()
                + ") at "
                + first
                + " already.";
    }
}
