package io.quartermaster.benchmarks;

import java.io.IOException;

/** One claim, measured. */
interface Figure {

    /** Short name, as {@code benchmarks/run NAME} takes it. */
    String name();

    /** What is asked of it, in words. */
    String asked();

    /** A command that a reader can run to see the same. */
    String command();

    /** Measures it now. */
    Reached measure(Workshop workshop) throws IOException, InterruptedException;

    /**
     * What was reached.
     *
     * @param value in words, with its unit
     * @param ratio to the peer measured in the same run, empty if it has none
     * @param met whether it is what was asked
     */
    record Reached(String value, String ratio, boolean met) {}
}
