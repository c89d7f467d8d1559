package io.quartermaster.domain.optimisation;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Stops solves from another thread. Once asked for it stays: whatever is given it later ends at
 * once. Safe from any thread.
 */
public final class Interruption {

    /** Nobody may ask for this one. */
    public static final Interruption NEVER = new Interruption();

    private final Set<Runnable> solves = new LinkedHashSet<>();
    private boolean asked;

    public synchronized boolean isAsked() {
        return asked;
    }

    /** Stops every solve that is under way, and those to come. */
    public synchronized void ask() {
        if (this == NEVER) {
            throw new IllegalStateException("What is never interrupted must not be asked to.");
        }
        asked = true;
        solves.forEach(Runnable::run);
    }

    /**
     * Registers a solve; at once if it was asked before.
     *
     * @param stop makes the solve end soon; called at most once per registration, in the thread of
     *     whoever asks
     */
    public synchronized void onAsked(Runnable stop) {
        if (this == NEVER) {
            return;
        }
        solves.add(stop);
        if (asked) {
            stop.run();
        }
    }

    /** The solve is over: it is not stopped any more when this returns. */
    public synchronized void forget(Runnable stop) {
        solves.remove(stop);
    }
}
