package io.quartermaster.domain.similarity;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/**
 * Carries out the parts of a call: one on the caller's thread, the others on threads of its own.
 */
final class Workers implements AutoCloseable {

    private final int threads;
    private ExecutorService others;

    /**
     * Starts no thread before it is needed.
     *
     * @param threads 1 or more; 0 for one on each core
     */
    Workers(int threads) {
        this.threads = threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
    }

    int threads() {
        return threads;
    }

    /** Runs part 0 to {@code parts - 1} side by side; returns when all are done. */
    void run(int parts, IntConsumer part) {
        if (parts == 1) {
            part.accept(0);
            return;
        }
        List<Future<?>> futures = new ArrayList<>();
        for (int i = 1; i < parts; i++) {
            int number = i;
            futures.add(pool().submit(() -> part.accept(number)));
        }
        try {
            part.accept(0);
        } finally {
            futures.forEach(Workers::await);
        }
    }

    @Override
    public void close() {
        if (others != null) {
            others.shutdown();
            others = null;
        }
    }

    private ExecutorService pool() {
        if (others == null) {
            others =
                    Executors.newFixedThreadPool(
                            Math.max(1, threads - 1),
                            task -> {
                                Thread thread = new Thread(task, "similarity");
                                thread.setDaemon(true);
                                return thread;
                            });
        }
        return others;
    }

    /** Parts never wait, so the end of one is waited for even where this thread is interrupted. */
    private static void await(Future<?> future) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    future.get();
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw new IllegalStateException("A part of a similarity call failed.", e);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
