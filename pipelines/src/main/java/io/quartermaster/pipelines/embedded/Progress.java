package io.quartermaster.pipelines.embedded;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/** Says on stderr what is going on, and keeps how long each stage took. */
public final class Progress {

    private final PrintWriter out;
    private final long start = System.nanoTime();
    private final Map<String, Double> secondsByStage = new LinkedHashMap<>();

    private Progress(PrintWriter out) {
        this.out = out;
    }

    public static Progress on(PrintWriter out) {
        return new Progress(out);
    }

    public static Progress silent() {
        return new Progress(new PrintWriter(Writer.nullWriter()));
    }

    /** One line, with the seconds since the start. */
    public synchronized void say(String line) {
        out.printf(Locale.ROOT, "[%5.1f s] %s%n", secondsSince(start), line);
        out.flush();
    }

    /** Carries out one stage, and keeps its seconds under its name; a second run adds to it. */
    public <T> T stage(String name, String what, Callable<T> work) throws Exception {
        say(what);
        long from = System.nanoTime();
        T result = work.call();
        took(name, secondsSince(from));
        return result;
    }

    private synchronized void took(String name, double seconds) {
        secondsByStage.merge(name, seconds, Double::sum);
    }

    /** Seconds of each stage, in the order in which they ended; some ran beside others. */
    public synchronized Map<String, Double> secondsByStage() {
        return new LinkedHashMap<>(secondsByStage);
    }

    /** Seconds since this progress began. */
    public double seconds() {
        return secondsSince(start);
    }

    private static double secondsSince(long from) {
        return (System.nanoTime() - from) / 1e9;
    }
}
