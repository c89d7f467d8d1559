package io.quartermaster.pipelines.forecast;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;

/** Fails once: after a checkpoint and some elements, or late in the stream at the latest. */
final class FailsOnce<T> extends RichMapFunction<T, T> implements CheckpointListener {

    private static final long serialVersionUID = 1L;
    private static final AtomicBoolean FAILED = new AtomicBoolean();
    private static final int EARLIEST = 100;
    private static final int LATEST = 250;

    private transient int seen;
    private transient boolean checkpointed;

    /** Makes a job checkpoint often and start again after a failure. */
    static void prepare(Configuration configuration, Path checkpoints) {
        FAILED.set(false);
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(50));
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 3);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ZERO);
    }

    static boolean hasFailed() {
        return FAILED.get();
    }

    @Override
    public T map(T element) {
        seen++;
        if (((checkpointed && seen > EARLIEST) || seen > LATEST)
                && FAILED.compareAndSet(false, true)) {
            throw new IllegalStateException("injected");
        }
        return element;
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) {
        checkpointed = true;
    }
}
