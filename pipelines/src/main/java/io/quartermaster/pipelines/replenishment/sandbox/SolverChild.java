package io.quartermaster.pipelines.replenishment.sandbox;

import io.quartermaster.domain.optimisation.Interruption;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;

/**
 * A solver process as its user sees it. One question at a time; it is killed when it keeps neither
 * its deadline nor its memory, or does not stop when asked to.
 */
final class SolverChild {

    /** Beyond a deadline or a stop, after which the process is killed. */
    static final double GRACE_SECONDS = 0.8;

    private static final long LOOK_EVERY_MILLIS = 50;
    private static final long ENDED = -1;

    private final Process process;
    private final long maxBytes;
    private final LongConsumer resident;
    private final DataOutputStream questions;
    private final BlockingQueue<Frame> answers = new LinkedBlockingQueue<>();
    private long number;

    /**
     * Takes a process over.
     *
     * @param maxBytes of its resident memory
     * @param resident told of its memory while it works
     */
    SolverChild(Process process, long maxBytes, LongConsumer resident) {
        this.process = process;
        this.maxBytes = maxBytes;
        this.resident = resident;
        this.questions = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        Thread reader = new Thread(this::read, "solver-answers");
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
            while (true) {
                answers.add(Frame.read(in));
            }
        } catch (IOException e) {
            answers.add(new Frame(ENDED, new byte[0]));
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Asks and waits.
     *
     * @param maxSeconds that the answer may take, infinite for no limit
     * @throws SolverLost when no answer comes
     * @throws IllegalArgumentException when the question is refused
     * @throws IllegalStateException when the solver fails
     */
    WireIn ask(byte[] question, double maxSeconds, Interruption interruption) {
        number++;
        send(question);
        long start = System.nanoTime();
        double killAfter = maxSeconds + GRACE_SECONDS;
        SolverLost.Reason reason = SolverLost.Reason.LATE;
        while (true) {
            Frame answer = next();
            if (answer != null && answer.number() == ENDED) {
                throw died();
            }
            if (answer != null && answer.number() == number) {
                return opened(answer.payload());
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            if (reason == SolverLost.Reason.LATE && interruption.isAsked()) {
                reason = SolverLost.Reason.STOPPED;
                killAfter = Math.min(killAfter, seconds + GRACE_SECONDS);
                send(new byte[0]);
            }
            if (seconds > killAfter) {
                throw killed(reason, "did not end in time");
            }
            requireMemory();
        }
    }

    private void send(byte[] payload) {
        try {
            Frame.write(questions, number, payload);
        } catch (IOException e) {
            throw died();
        }
    }

    private Frame next() {
        try {
            return answers.poll(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw killed(SolverLost.Reason.STOPPED, "was stopped with its task");
        }
    }

    private void requireMemory() {
        long bytes = ResidentMemory.of(process.pid());
        resident.accept(bytes);
        if (bytes > maxBytes) {
            throw killed(
                    SolverLost.Reason.TOO_LARGE,
                    "took %d MB of memory, %d MB are allowed"
                            .formatted(bytes >> 20, maxBytes >> 20));
        }
    }

    private static WireIn opened(byte[] payload) {
        WireIn in = new WireIn(Arrays.copyOfRange(payload, 1, payload.length));
        return switch (payload[0]) {
            case SolverProcess.DONE -> in;
            case SolverProcess.REFUSED -> throw new IllegalArgumentException(in.text());
            default -> throw new IllegalStateException(in.text());
        };
    }

    private SolverLost died() {
        kill();
        return new SolverLost(
                SolverLost.Reason.DIED,
                "the solver process ended by itself (code %d)".formatted(exitCode()));
    }

    private SolverLost killed(SolverLost.Reason reason, String why) {
        kill();
        return new SolverLost(reason, "the solver process " + why);
    }

    private int exitCode() {
        try {
            return process.onExit().get(1, TimeUnit.SECONDS).exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        } catch (ExecutionException | TimeoutException e) {
            return -1;
        }
    }

    void kill() {
        process.destroyForcibly();
    }
}
