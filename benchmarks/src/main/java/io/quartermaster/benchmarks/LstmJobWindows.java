package io.quartermaster.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.quartermaster.domain.forecast.ForecastChampion;
import io.quartermaster.pipelines.event.PlainTypes;
import io.quartermaster.pipelines.forecast.ForecastOptions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * How many windows a second the forecast job takes on two subtasks with the LSTM of 64 units as its
 * only model, each window carried one day on and forecast for 14 days. Source, exchange, waiting
 * for the catalogue, kept windows and state are in it. The best round counts: what else runs on the
 * machine only slows. Beside it the processor time of a window, all threads together.
 */
final class LstmJobWindows implements Figure {

    private static final List<String> MODELS = List.of(ForecastChampion.LSTM);
    private static final int BUNDLE = ForecastOptions.BUNDLE_SIZE.defaultValue();
    private static final int DAYS = 10 * ForecastOptions.CARRY_DAYS.defaultValue();
    private static final int ROUNDS = 6;
    private static final double ASKED = 100_000;

    @Override
    public String name() {
        return "lstm-job-windows";
    }

    @Override
    public String asked() {
        return "the forecast job with the LSTM alone on two subtasks at least 100,000 windows/s,"
                + " each forecast for 14 days";
    }

    @Override
    public String command() {
        return "benchmarks/run lstm-job-windows";
    }

    @Override
    public Reached measure(Workshop workshop) throws IOException, InterruptedException {
        PlainTypes.register();
        String model = SyntheticDemand.model(workshop).toString();
        double most = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            long before = cpuNanos();
            most = Math.max(most, BundledForecastJob.windowsPerSecond(MODELS, model, BUNDLE, DAYS));
            double windows = (double) SyntheticDemand.SERIES * BundledForecastJob.allDays(DAYS);
            least = Math.min(least, (cpuNanos() - before) / 1e3 / windows);
        }
        return Reached.of(
                "%,.0f windows/s".formatted(most),
                "%.1f µs of processor time a window, start and end of the job in it"
                        .formatted(least),
                most >= ASKED);
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
