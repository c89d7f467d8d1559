package io.quartermaster.domain.governance;

import io.quartermaster.domain.event.Behaviour;
import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;

/**
 * More of the same than a person does: after {@code limit} equal actions of one visitor on one item
 * within a window, the next ones are refused until the window has moved on. Refused ones count too,
 * so that a robot that does not stop stays out.
 *
 * @param limit actions that are believed within a window, 1 or more
 * @param window length of the window
 */
public record BurstRule(int limit, Duration window) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Name of the rule. */
    public static final String NAME = "click_burst";

    /** What is wrong with one more action, empty if nothing is. */
    public Optional<String> objection(RecentTimes recent, Behaviour action) {
        long time = action.time().toEpochMilli();
        if (recent.millis().length < limit || time - recent.millis()[0] >= window.toMillis()) {
            return Optional.empty();
        }
        return Optional.of(
                "The visitor did ("
                        + action.action()
                        + ") to item ("
                        + action.item()
                        + ") more than "
                        + limit
                        + " times within "
                        + window
                        + ".");
    }

    /** The times with one action more. */
    public RecentTimes remember(RecentTimes recent, Behaviour action) {
        return recent.plus(action.time().toEpochMilli(), limit);
    }
}
