package io.quartermaster.engines.scipjni;

import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;

/**
 * A pointer that is freed once: when it is closed, or, as a net under owners that forgot, when it
 * is collected.
 */
final class NativeHandle {

    private static final Cleaner CLEANER = Cleaner.create();
    private static final AtomicInteger OPEN = new AtomicInteger();

    private final String what;
    private final long pointer;
    private final Cleaner.Cleanable cleanable;
    private volatile boolean closed;

    /**
     * Takes the pointer over.
     *
     * @param what it is, for messages
     * @param free frees it
     */
    NativeHandle(String what, long pointer, LongConsumer free) {
        this.what = what;
        this.pointer = pointer;
        OPEN.incrementAndGet();
        this.cleanable = CLEANER.register(this, release(pointer, free));
    }

    private static Runnable release(long pointer, LongConsumer free) {
        return () -> {
            OPEN.decrementAndGet();
            free.accept(pointer);
        };
    }

    /** How many of this process are not freed. */
    static int open() {
        return OPEN.get();
    }

    /**
     * Refuses when it is closed.
     *
     * @throws IllegalStateException then
     */
    void requireOpen() {
        if (closed) {
            throw new IllegalStateException("The " + what + " is closed.");
        }
    }

    /** Calls with the pointer, which stays until the call returns. */
    void use(LongConsumer call) {
        requireOpen();
        try {
            call.accept(pointer);
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /** The same, with an answer. */
    <T> T ask(LongFunction<T> call) {
        requireOpen();
        try {
            return call.apply(pointer);
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /**
     * Calls from another thread than the owner's, if it is still open; it is not closed meanwhile.
     */
    synchronized void whileOpen(LongConsumer call) {
        if (!closed) {
            call.accept(pointer);
        }
    }

    synchronized void close() {
        closed = true;
        cleanable.clean();
    }
}
