package io.quartermaster.domain.governance;

import io.quartermaster.domain.event.Event;
import java.time.Instant;
import java.util.Optional;

/**
 * Events that say they happened after the latest time of the run. The reason does not name that
 * time, so that a later run over the same input says the same.
 */
final class FutureTime implements Rule {

    private final Instant latest;

    FutureTime(Instant latest) {
        this.latest = latest;
    }

    @Override
    public String name() {
        return "future_time";
    }

    @Override
    public Optional<String> objection(Event event) {
        if (!event.time().isAfter(latest)) {
            return Optional.empty();
        }
        return Optional.of("The time (" + event.time() + ") lies in the future.");
    }
}
