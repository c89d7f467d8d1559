package io.quartermaster.domain.governance;

import io.quartermaster.domain.event.Event;
import java.time.Instant;
import java.util.Optional;

/**
 * Events older than the platform can know: a year mistyped as 0211, or the zero of a clock. One of
 * them would open centuries of days without demand.
 */
final class ImpossibleTime implements Rule {

    private final Instant earliest;

    ImpossibleTime(Instant earliest) {
        this.earliest = earliest;
    }

    @Override
    public String name() {
        return "impossible_time";
    }

    @Override
    public Optional<String> objection(Event event) {
        if (!event.time().isBefore(earliest)) {
            return Optional.empty();
        }
        return Optional.of("The time (" + event.time() + ") must not be before " + earliest + ".");
    }
}
