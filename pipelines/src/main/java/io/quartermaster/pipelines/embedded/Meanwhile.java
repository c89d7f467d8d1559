package io.quartermaster.pipelines.embedded;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Work that is done beside the stages of a run, one piece after the other in the order in which it
 * was begun, on a thread of its own: a stage rarely keeps every core busy.
 */
final class Meanwhile implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 10;

    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    work -> {
                        Thread one = new Thread(work, "meanwhile");
                        one.setDaemon(true);
                        return one;
                    });

    /**
     * Begins a piece of work when those before it are done, unless somebody runs it before: then it
     * is done there.
     */
    <T> RunnableFuture<T> begin(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        thread.execute(task);
        return task;
    }

    /** What a piece of work came to, once it is done; fails as the work failed. */
    static <T> T end(Future<T> begun) throws Exception {
        try {
            return begun.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception failure) {
                throw failure;
            }
            throw e;
        }
    }

    /** Gives up what is not done. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
