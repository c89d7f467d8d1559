package io.quartermaster.pipelines.replenishment.sandbox;

/** A solver process did not answer. */
final class SolverLost extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /** Why it did not. */
    enum Reason {
        /** It ended by itself, or was killed by somebody else. */
        DIED,
        /** It was killed: it did not keep its deadline. */
        LATE,
        /** It was killed: it did not stop when it was asked to. */
        STOPPED,
        /** It was killed: it took more memory than it may. */
        TOO_LARGE
    }

    private final Reason reason;

    SolverLost(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
