package io.quartermaster.domain.governance;

import io.quartermaster.domain.event.Event;
import java.util.Optional;

/** One thing that no clean event does. */
interface Rule {

    /** Name in lower snake case, as it stands in quarantine. */
    String name();

    /** What is wrong with the event, empty if nothing is. */
    Optional<String> objection(Event event);
}
