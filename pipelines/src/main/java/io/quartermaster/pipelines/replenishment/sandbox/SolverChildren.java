package io.quartermaster.pipelines.replenishment.sandbox;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The solver processes of one task: each is lent to one solve or session at a time, kept for the
 * next, and replaced when it has died. They run this code with this process' class path.
 */
final class SolverChildren implements AutoCloseable {

    private static final long MEGABYTE = 1 << 20;
    private static final long SMALLEST_HEAP = 64;
    private static final long LARGEST_HEAP = 2048;

    private final long maxBytes;
    private final List<String> javaOptions;
    private final Deque<SolverChild> idle = new ArrayDeque<>();
    private final Set<SolverChild> all = new HashSet<>();
    private final AtomicInteger started = new AtomicInteger();
    private final AtomicLong peak = new AtomicLong();
    private boolean closed;

    /**
     * @param maxBytes of resident memory that each may take
     * @param javaOptions further options of their Java
     */
    SolverChildren(long maxBytes, List<String> javaOptions) {
        this.maxBytes = maxBytes;
        this.javaOptions = List.copyOf(javaOptions);
    }

    /** How many were started so far. */
    int started() {
        return started.get();
    }

    /** The most resident memory that one of them was seen to take, in bytes. */
    long peakBytes() {
        return peak.get();
    }

    /** One that nobody else uses. */
    synchronized SolverChild borrow() {
        if (closed) {
            throw new SolverLost(SolverLost.Reason.STOPPED, "the solver was closed with its task");
        }
        while (!idle.isEmpty()) {
            SolverChild child = idle.pop();
            if (child.isAlive()) {
                return child;
            }
            all.remove(child);
        }
        SolverChild child = start();
        all.add(child);
        return child;
    }

    synchronized void giveBack(SolverChild child) {
        if (!closed && child.isAlive()) {
            idle.push(child);
        } else {
            discard(child);
        }
    }

    synchronized void discard(SolverChild child) {
        child.kill();
        all.remove(child);
    }

    @Override
    public synchronized void close() {
        closed = true;
        all.forEach(SolverChild::kill);
        all.clear();
        idle.clear();
    }

    private SolverChild start() {
        long megabytes = maxBytes / MEGABYTE / 4;
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(
                "-Xmx%dm".formatted(Math.max(SMALLEST_HEAP, Math.min(LARGEST_HEAP, megabytes))));
        command.add("-XX:+UseSerialGC");
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-XX:+DisplayVMOutputToStderr");
        command.addAll(javaOptions);
        command.add(SolverProcess.class.getName());
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("CLASSPATH", classPath());
        try {
            started.incrementAndGet();
            return new SolverChild(builder.start(), maxBytes, this::seen);
        } catch (IOException e) {
            throw new IllegalStateException("the solver process could not be started", e);
        }
    }

    private void seen(long bytes) {
        peak.accumulateAndGet(bytes, Math::max);
    }

    /** The class path, and where this code lies if a class loader of its own has loaded it. */
    private static String classPath() {
        String path = System.getProperty("java.class.path");
        CodeSource source = SolverChildren.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            return path;
        }
        try {
            return Path.of(source.getLocation().toURI()) + File.pathSeparator + path;
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The code's place is no path.", e);
        }
    }
}
