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

    /**
     * Measures it now.
     *
     * @throws AbsentDataException when the data that it needs is not here
     * @throws IllegalStateException when what is to be measured fails
     */
    Reached measure(Workshop workshop) throws IOException, InterruptedException;

    /** How what was reached stands to what was asked. */
    enum Verdict {
        MET,
        NOT_MET,
        /** Nothing is asked but to say it. */
        SAID,
        /** The data is not here. */
        ABSENT,
        /** What was to be measured failed. */
        FAILED
    }

    /**
     * What was reached.
     *
     * @param value in words, with its unit; the reason where it was not measured
     * @param ratio to the peer measured in the same run, empty if it has none
     * @param verdict how that stands to what was asked
     */
    record Reached(String value, String ratio, Verdict verdict) {

        static Reached of(String value, String ratio, boolean met) {
            return new Reached(value, ratio, met ? Verdict.MET : Verdict.NOT_MET);
        }

        static Reached said(String value, String ratio) {
            return new Reached(value, ratio, Verdict.SAID);
        }

        boolean isFailure() {
            return verdict == Verdict.NOT_MET || verdict == Verdict.FAILED;
        }
    }
}
