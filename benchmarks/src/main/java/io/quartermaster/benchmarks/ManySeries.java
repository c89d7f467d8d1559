package io.quartermaster.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * How long the verb {@code forecast} takes over many generated series of 400 days with a week,
 * promotions and a level that wanders, by seasonal naive, exponential smoothing and regression, and
 * how much memory. 100,000 of them are measured by name alone; the usual run takes a twentieth.
 */
record ManySeries(String name, int series, double secondsAsked) implements Figure {

    private static final int DAYS = 400;
    private static final int HORIZON = 28;
    private static final double MEMORY_ASKED_MB = 6 * 1024.0;
    private static final String MODELS = "seasonal_naive,ets,regression";

    /** The one that is asked for. */
    static ManySeries all() {
        return new ManySeries("hundred-thousand", 100_000, 15 * 60.0);
    }

    /** A twentieth of it, start included. */
    static ManySeries some() {
        return new ManySeries("five-thousand", 5_000, 15 * 60.0 / 20 + 10);
    }

    @Override
    public String asked() {
        return "%,d series of 400 days by seasonal naive, ETS and regression within %.0f s on 2 cores, memory under 6 GB"
                .formatted(series, secondsAsked);
    }

    @Override
    public String command() {
        return "benchmarks/run " + name;
    }

    @Override
    public Reached measure(Workshop workshop) throws IOException, InterruptedException {
        Path input = workshop.scratch().resolve(name + ".csv");
        write(input);
        Path output = workshop.scratch().resolve(name + "-forecasts.csv");
        Path log = workshop.scratch().resolve(name + ".log");
        List<String> command =
                List.of(
                        workshop.root().resolve("bin/quartermaster").toString(),
                        "forecast",
                        "--input=" + input,
                        "--horizon=" + HORIZON,
                        "--models=" + MODELS,
                        "--output=" + output);
        long start = System.nanoTime();
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        double memory = 0;
        while (!process.waitFor(1, TimeUnit.SECONDS)) {
            memory = Math.max(memory, peakMegabytes(process.pid()));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() != 0) {
            throw new IllegalStateException("forecast failed:\n" + Files.readString(log));
        }
        return Reached.of(
                "%.0f s, %.0f MB, %.2f ms a series"
                        .formatted(seconds, memory, 1e3 * seconds / series),
                "",
                seconds <= secondsAsked && memory < MEMORY_ASKED_MB && isWhole(output));
    }

    private boolean isWhole(Path output) throws IOException {
        try (var lines = Files.lines(output)) {
            return lines.count() == 1 + 3L * HORIZON * series;
        }
    }

    /** 0 once the process is gone, or where there is no such file. */
    private static double peakMegabytes(long process) {
        try {
            return Files.readAllLines(Path.of("/proc/%d/status".formatted(process))).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .sum();
        } catch (IOException gone) {
            return 0;
        }
    }

    private void write(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("unique_id,ds,y,promotion\n");
            for (int item = 0; item < series; item++) {
                write(out, item);
            }
        }
    }

    private static void write(BufferedWriter out, int item) throws IOException {
        Random random = new Random(item);
        double level = Math.exp(5 * random.nextDouble());
        for (int day = 0; day < DAYS; day++) {
            level = Math.max(0.3, level * (1 + 0.02 * random.nextGaussian()));
            int promotion = random.nextInt(20) == 0 ? 1 : 0;
            double week = 1 + 0.3 * Math.sin(2 * Math.PI * (day % 7) / 7);
            double mean = level * week * (1 + 0.5 * promotion);
            long units = Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
            out.write("item-%06d,".formatted(item));
            out.write(LocalDate.ofEpochDay(20_000L + day).toString());
            out.write("," + units + "," + promotion + "\n");
        }
    }
}
