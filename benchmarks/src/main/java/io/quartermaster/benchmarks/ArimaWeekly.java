package io.quartermaster.benchmarks;

import io.quartermaster.domain.forecast.arima.ArimaSearch;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Automatic ARIMA over the weekly series of M4, without a season, in processor time of one core.
 */
final class ArimaWeekly implements Figure {

    private static final String FILE = "forecast/m4_weekly_train.csv.gz";
    private static final double ASKED = 10;

    @Override
    public String name() {
        return "arima-weekly";
    }

    @Override
    public String asked() {
        return "automatic ARIMA of M4's weekly series, without a season, at least 10 series/s/core";
    }

    @Override
    public String command() {
        return "benchmarks/run arima-weekly";
    }

    @Override
    public Reached measure(Workshop workshop) throws IOException {
        List<double[]> all = series(workshop.data(FILE));
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        int moving = 0;
        for (double[] values : all) {
            moving += ArimaSearch.automatic(values, 1).model().order().differences() > 0 ? 1 : 0;
        }
        double seconds =
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
        double rate = all.size() / seconds;
        return Reached.of(
                "%.1f series/s/core: %d series, %d of them differenced, in %.1f s of one core"
                        .formatted(rate, all.size(), moving, seconds),
                "",
                rate >= ASKED);
    }

    private static List<double[]> series(Path file) throws IOException {
        List<double[]> all = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)),
                                StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.replace("\"", "").split(",", -1);
                all.add(
                        Arrays.stream(cells, 1, cells.length)
                                .filter(cell -> !cell.isBlank() && !cell.equals("NA"))
                                .mapToDouble(Double::parseDouble)
                                .toArray());
            }
        }
        return all;
    }
}
