package io.quartermaster.benchmarks;

import io.quartermaster.domain.forecast.AccuracySummary;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * What {@code auto} reaches on the 359 weekly series of the M4 competition, whose published results
 * are Theta 9.093 / 2.637, ES-RNN 7.817 / 2.356, the best combination of statistical methods 6.726
 * / 2.133 and the best entry 6.582 / 2.107 (Makridakis, Spiliotis and Assimakopoulos 2020). MASE is
 * scaled by the step before, as M4 did.
 */
final class M4Weekly implements Figure {

    private static final int HORIZON = 13;
    private static final int SEASON = 52;
    private static final double[] LEVELS = {0.1, 0.5, 0.9};
    private static final double SMAPE = 7.2;
    private static final double MASE = 2.25;

    /** How far the share under a quantile may lie from what it says. */
    private static final double SHARE = 0.02;

    @Override
    public String name() {
        return "m4-weekly";
    }

    @Override
    public String asked() {
        return "auto's sMAPE / MASE at most 7.2 / 2.25, shares under its 0.1 and 0.9 quantiles within 0.02, band 0.78 to 0.82";
    }

    @Override
    public String command() {
        return "benchmarks/run m4-weekly";
    }

    @Override
    public Reached measure(Workshop workshop) throws IOException {
        Map<String, Integer> lengths = new HashMap<>();
        Path train = series(workshop, "forecast/m4_weekly_train.csv.gz", lengths);
        Path test = series(workshop, "forecast/m4_weekly_test.csv.gz", lengths);
        List<AccuracySummary> all =
                SeriesMeasuring.of(
                        train,
                        test,
                        HORIZON,
                        SEASON,
                        LEVELS,
                        "auto,adjusted_ets,adjusted_theta,adjusted_arima");
        AccuracySummary auto = all.get(0);
        boolean met =
                auto.smape() <= SMAPE
                        && auto.mase() <= MASE
                        && Math.abs(auto.under()[0] - LEVELS[0]) <= SHARE
                        && Math.abs(auto.under()[2] - LEVELS[2]) <= SHARE
                        && Math.abs(auto.band() - (LEVELS[2] - LEVELS[0])) <= SHARE;
        return Reached.of(
                "%s, under %.3f and %.3f, band %.3f"
                        .formatted(shown(auto), auto.under()[0], auto.under()[2], auto.band()),
                all.subList(1, all.size()).stream()
                        .map(model -> model.model() + " " + shown(model))
                        .collect(Collectors.joining(", ")),
                met);
    }

    private static String shown(AccuracySummary model) {
        return String.format(Locale.ROOT, "%.2f / %.3f", model.smape(), model.mase());
    }

    /** One row a value, steps numbered on from those already written. */
    private static Path series(Workshop workshop, String source, Map<String, Integer> lengths)
            throws IOException {
        Path file = Files.createTempFile(workshop.scratch(), "weekly", ".csv");
        try (BufferedReader reader =
                        new BufferedReader(
                                new InputStreamReader(
                                        new GZIPInputStream(
                                                Files.newInputStream(workshop.data(source))),
                                        StandardCharsets.UTF_8));
                BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.append("unique_id,ds,y\n");
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] cells = line.replace("\"", "").split(",", -1);
                int step = lengths.getOrDefault(cells[0], 0);
                for (int i = 1; i < cells.length && isValue(cells[i]); i++) {
                    writer.append("%s,%d,%s%n".formatted(cells[0], ++step, cells[i]));
                }
                lengths.put(cells[0], step);
            }
        }
        return file;
    }

    private static boolean isValue(String cell) {
        return !cell.isEmpty() && !cell.equals("NA");
    }
}
