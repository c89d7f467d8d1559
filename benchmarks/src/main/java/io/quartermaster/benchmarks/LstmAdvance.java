package io.quartermaster.benchmarks;

import io.quartermaster.domain.forecast.SequenceModelOptions;
import io.quartermaster.udfs.forecast.ForecastBundle;
import io.quartermaster.udfs.forecast.SequenceModels;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;

/**
 * What it saves to carry the LSTM's state of 64 units one day on and forecast 14 days from it,
 * instead of reading the last 28 or 56 days again and forecasting from them: the processor time of
 * this thread for a bundle of series, engine calls alone. The ways take turns, and the best round
 * of each counts.
 */
final class LstmAdvance implements Figure {

    private static final int ROWS = ForecastBundle.SIZE;
    private static final int ROUNDS = 40;
    private static final int CALLS = 200;
    private static final int SHORT_DAYS = 28;
    private static final int LONG_DAYS = 56;
    private static final double SHORT_ASKED = 12;
    private static final double LONG_ASKED = 20;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Override
    public String name() {
        return "lstm-advance";
    }

    @Override
    public String asked() {
        return "the LSTM's advance and decode, hidden 64, bundled, at least 12 times as fast as encoding 28 days anew and decoding, and 20 times 56 days, one thread, engine calls alone";
    }

    @Override
    public String command() {
        return "benchmarks/run lstm-advance";
    }

    @Override
    public Reached measure(Workshop workshop) throws IOException {
        Path model = SyntheticDemand.model(workshop);
        try (ForecastBundle bundle = new ForecastBundle(SequenceModels.load(model), ROWS)) {
            return measure(bundle);
        }
    }

    private static Reached measure(ForecastBundle bundle) {
        SequenceModelOptions options = bundle.options();
        float[][][] four = new float[ROWS][SHORT_DAYS][options.inputs()];
        float[][][] eight = new float[ROWS][LONG_DAYS][options.inputs()];
        float[][] inputs = new float[ROWS][options.inputs()];
        float[][] known = new float[ROWS][options.shape().aheadSize()];
        float[][] states = bundle.encode(four);
        double advance = Double.POSITIVE_INFINITY;
        double weeks4 = Double.POSITIVE_INFINITY;
        double weeks8 = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            advance =
                    Math.min(
                            advance,
                            micros(CALLS, () -> bundle.advanceAndDecode(inputs, states, known)));
            weeks4 = Math.min(weeks4, anew(bundle, four, known));
            weeks8 = Math.min(weeks8, anew(bundle, eight, known));
        }
        return Reached.of(
                "%.1f and %.1f times".formatted(weeks4 / advance, weeks8 / advance),
                "%.2f µs a series; from 28 days anew %.1f µs, from 56 days %.1f µs"
                        .formatted(advance, weeks4, weeks8),
                weeks4 / advance >= SHORT_ASKED && weeks8 / advance >= LONG_ASKED);
    }

    /** What a forecast takes without a state: to read all days, then to decode. */
    private static double anew(ForecastBundle bundle, float[][][] days, float[][] known) {
        int calls = CALLS / days[0].length;
        return micros(calls, () -> bundle.decode(bundle.encode(days), known));
    }

    /** Processor time of this thread a series. */
    private static double micros(int calls, Runnable call) {
        long start = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < calls; i++) {
            call.run();
        }
        return (THREADS.getCurrentThreadCpuTime() - start) / 1e3 / calls / ROWS;
    }
}
