package io.quartermaster.domain.replenishment.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** Runs numbered work in a few threads that end with it, each with a worker of its own. */
final class Threads {

    private Threads() {}

    /**
     * Runs work 0 to count - 1.
     *
     * @throws IllegalStateException when a thread failed or this one was interrupted
     */
    static void run(int threads, int count, Supplier<IntConsumer> worker) {
        AtomicInteger next = new AtomicInteger();
        Runnable work =
                () -> {
                    IntConsumer own = worker.get();
                    for (int at = next.getAndIncrement(); at < count; at = next.getAndIncrement()) {
                        own.accept(at);
                    }
                };
        List<Failing> others = new ArrayList<>();
        for (int i = 1; i < Math.min(threads, count); i++) {
            Failing other = new Failing(work);
            others.add(other);
            other.start();
        }
        work.run();
        for (Failing other : others) {
            other.await();
        }
    }

    /** Keeps what made it fail. */
    private static final class Failing extends Thread {
        private Throwable failure;

        private Failing(Runnable work) {
            super(work, "plan-items");
            setDaemon(true);
            setUncaughtExceptionHandler((thread, thrown) -> failure = thrown);
        }

        private void await() {
            try {
                join();
            } catch (InterruptedException e) {
                currentThread().interrupt();
                throw new IllegalStateException("Planning was interrupted", e);
            }
            if (failure != null) {
                throw new IllegalStateException("A thread that plans items failed", failure);
            }
        }
    }
}
