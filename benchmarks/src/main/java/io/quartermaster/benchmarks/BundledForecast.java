package io.quartermaster.benchmarks;

import io.quartermaster.domain.forecast.SequenceModel;
import io.quartermaster.domain.forecast.SequenceModelOptions;
import io.quartermaster.udfs.forecast.ForecastBundle;
import io.quartermaster.udfs.forecast.SequenceModels;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What bundling gains where the LSTM of 64 units is called: each event goes one step forward and is
 * forecast for 14 days, through the bundle that SQL and the jobs share, and row by row. Rounds of
 * both ways take turns after one to warm up, and the best of each counts: what else runs on the
 * machine only slows.
 */
final class BundledForecast implements Figure {

    private static final int ROWS = 256;
    private static final int ROUNDS = 6;
    private static final long ROUND_NANOS = 1_000_000_000L;
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
        double bundled = 0;
        double single = 0;
        for (int round = 0; round <= ROUNDS; round++) {
            double bundledNow = eventsPerSecond(model, ForecastBundle.SIZE);
            double singleNow = eventsPerSecond(model, 1);
            bundled = round == 0 ? 0 : Math.max(bundled, bundledNow);
            single = round == 0 ? 0 : Math.max(single, singleNow);
        }
        double ratio = bundled / single;
        return Reached.of(
                "%,.0f events/s".formatted(bundled),
                "%.1f x unbundled (%,.0f)".formatted(ratio, single),
                ratio >= RATIO_ASKED);
    }

    /** Advances and decodes for a second; loading the model and the first call do not count. */
    private static double eventsPerSecond(Path folder, int size) {
        SequenceModel model = SequenceModels.load(folder);
        try (ForecastBundle bundle = new ForecastBundle(model, size)) {
            SequenceModelOptions options = model.options();
            float[][] inputs = new float[ROWS][options.inputs()];
            float[][] known = new float[ROWS][options.shape().aheadSize()];
            float[][] states = new float[ROWS][options.shape().stateSize()];
            states = bundle.advanceAndDecode(inputs, states, known).states();
            long rows = 0;
            long start = System.nanoTime();
            while (System.nanoTime() < start + ROUND_NANOS) {
                states = bundle.advanceAndDecode(inputs, states, known).states();
                rows += ROWS;
            }
            return rows / ((System.nanoTime() - start) / 1e9);
        }
    }
}
