package io.quartermaster.benchmarks;

import java.io.IOException;

/**
 * A figure of whole runs of the command line.
 *
 * @param name short name
 * @param asked what is asked of it
 * @param command what a reader can run
 * @param measurement how it is measured
 */
record ProcessFigure(String name, String asked, String command, Measurement measurement)
        implements Figure {

    /** Measures one figure. */
    interface Measurement {
        Reached of(Workshop workshop) throws IOException, InterruptedException;
    }

    @Override
    public Reached measure(Workshop workshop) throws IOException, InterruptedException {
        return measurement.of(workshop);
    }
}
