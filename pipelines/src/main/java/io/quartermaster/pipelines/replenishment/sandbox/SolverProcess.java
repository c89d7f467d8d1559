package io.quartermaster.pipelines.replenishment.sandbox;

import io.quartermaster.domain.optimisation.Interruption;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The solver as a process of its own: questions on standard input, answers on standard output, in
 * the order asked. One thread reads, so that a stop is heard; one solves. It ends with its input.
 */
public final class SolverProcess {

    /** Kinds of answers. */
    static final int DONE = 0;

    static final int REFUSED = 1;
    static final int FAILED = 2;

    private static final int UNFORESEEN = 70;

    private final SolverDesk desk = new SolverDesk();
    private final DataOutputStream answers;
    private final ExecutorService solver = Executors.newSingleThreadExecutor();
    private volatile Solving current = new Solving(-1, new Interruption());

    private record Solving(long number, Interruption interruption) {}

    private SolverProcess(DataOutputStream answers) {
        this.answers = answers;
    }

    /** Serves until the input ends. What the code prints goes to standard error. */
    public static void main(String[] arguments) throws IOException {
        DataOutputStream answers =
                new DataOutputStream(
                        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        System.setOut(System.err);
        Thread.setDefaultUncaughtExceptionHandler(SolverProcess::end);
        new SolverProcess(answers).serve(new DataInputStream(new BufferedInputStream(System.in)));
    }

    /** What was not foreseen ends the process: whoever asked is told by its end. */
    private static void end(Thread thread, Throwable failure) {
        failure.printStackTrace();
        Runtime.getRuntime().halt(UNFORESEEN);
    }

    private void serve(DataInputStream questions) throws IOException {
        try {
            while (true) {
                Frame frame = Frame.read(questions);
                if (!frame.stops()) {
                    Solving solving = new Solving(frame.number(), new Interruption());
                    current = solving;
                    solver.execute(() -> answer(frame, solving.interruption()));
                } else if (current.number() == frame.number()) {
                    current.interruption().ask();
                }
            }
        } catch (EOFException e) {
            Runtime.getRuntime().halt(0);
        }
    }

    private void answer(Frame question, Interruption interruption) {
        WireOut out = new WireOut();
        try {
            byte[] answer = desk.answer(question.payload(), interruption);
            write(question.number(), DONE, answer);
        } catch (IllegalArgumentException e) {
            write(question.number(), REFUSED, out.text(String.valueOf(e.getMessage())).bytes());
        } catch (IllegalStateException e) {
            write(question.number(), FAILED, out.text(String.valueOf(e.getMessage())).bytes());
        }
    }

    private void write(long number, int kind, byte[] answer) {
        byte[] payload = new byte[answer.length + 1];
        payload[0] = (byte) kind;
        System.arraycopy(answer, 0, payload, 1, answer.length);
        try {
            Frame.write(answers, number, payload);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
