package io.quartermaster.domain.engine;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts how an engine is used in this process: calls, rows they carried, and fallbacks. Safe from
 * any thread.
 */
public final class EngineUse {

    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong rows = new AtomicLong();
    private final AtomicLong fallbacks = new AtomicLong();

    public void called(long rowsOfCall) {
        calls.incrementAndGet();
        rows.addAndGet(rowsOfCall);
    }

    public void fellBack() {
        fallbacks.incrementAndGet();
    }

    public long calls() {
        return calls.get();
    }

    public long rows() {
        return rows.get();
    }

    public long fallbacks() {
        return fallbacks.get();
    }
}
