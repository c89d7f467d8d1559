package io.quartermaster.benchmarks;

import io.quartermaster.domain.forecast.SequenceModel;
import io.quartermaster.domain.forecast.SequenceModelOptions;
import io.quartermaster.udfs.forecast.ForecastBundle;
import io.quartermaster.udfs.forecast.SequenceModels;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What bundling gains where the LSTM of 64 units is called: each event goes one step forward and is
 * forecast for 14 days, through the bundle that SQL and the jobs share, and row by row.
 */
final class BundledForecast implements Figure {

    private static final int ROWS = 256;
    private static final long HALF_NANOS = 2_000_000_000L;
    private static final double RATIO_ASKED = 10;

    @Override
    public String name() {
        return "bundled-forecast";
    }

    @Override
    public String asked() {
        return "the LSTM bundled at least 10 times the events a second of unbundled, one thread, engine calls alone";
    }

    @Override
    public String command() {
        return "benchmarks/run bundled-forecast";
    }

    @Override
    public Reached measure(Workshop workshop) throws IOException {
        Path model = SyntheticDemand.model(workshop);
        double bundled = eventsPerSecond(model, ForecastBundle.SIZE);
        double single = eventsPerSecond(model, 1);
        double ratio = bundled / single;
        return Reached.of(
                "%,.0f events/s".formatted(bundled),
                "%.1f x unbundled (%,.0f)".formatted(ratio, single),
                ratio >= RATIO_ASKED);
    }

    /** Advances and decodes for some seconds, and counts the second half of them. */
    private static double eventsPerSecond(Path folder, int size) {
        SequenceModel model = SequenceModels.load(folder);
        try (ForecastBundle bundle = new ForecastBundle(model, size)) {
            SequenceModelOptions options = model.options();
            float[][] states = new float[ROWS][2 * options.hidden()];
            float[][] inputs = new float[ROWS][options.inputs()];
            float[][] known = new float[ROWS][options.horizon() * options.knownInputs()];
            long rows = 0;
            long half = System.nanoTime() + HALF_NANOS;
            long started = 0;
            while (started == 0 || System.nanoTime() < started + HALF_NANOS) {
                states = bundle.advance(inputs, states);
                bundle.decode(states, known);
                if (started != 0) {
                    rows += ROWS;
                } else if (System.nanoTime() > half) {
                    started = System.nanoTime();
                }
            }
            return rows / ((System.nanoTime() - started) / 1e9);
        }
    }
}
