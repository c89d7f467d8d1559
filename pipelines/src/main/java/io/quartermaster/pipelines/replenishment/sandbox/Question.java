package io.quartermaster.pipelines.replenishment.sandbox;

/** What a solver process is asked; each begins with its name. */
enum Question {
    /** Whether an engine of linear programmes is there, by name. */
    PROBE_LINEAR,
    /** Whether an engine of integer programmes is there, by name. */
    PROBE_INTEGER,
    /** Opens the process' one session with an engine, by name; what follows is of it. */
    OPEN,
    ADD_ROWS,
    ADD_COLUMNS,
    REMOVE_COLUMNS,
    CHANGE_COSTS,
    CHANGE_BOUNDS,
    CHANGE_SIDES,
    START_FROM,
    SOLVE,
    PROOF,
    BASIS,
    CLOSE,
    /** Solves an integer programme with an engine, by name. */
    SOLVE_INTEGER,
    /** The rows of an integer programme that contradict each other. */
    CONFLICT;

    WireOut begin() {
        return new WireOut().text(name());
    }
}
