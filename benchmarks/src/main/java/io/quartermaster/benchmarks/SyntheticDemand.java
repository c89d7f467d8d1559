package io.quartermaster.benchmarks;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.forecast.SequenceModelOptions;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.forecast.ForecastTrainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Daily windows of many series, made from their numbers, and a model that has seen some. */
final class SyntheticDemand {

    static final int SERIES = 2048;
    static final int HORIZON = 14;
    static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    private static final int HIDDEN = 64;

    private static final String[] ITEMS =
            IntStream.range(0, SERIES).mapToObj(series -> "item-" + series).toArray(String[]::new);

    private SyntheticDemand() {}

    /** A model of the size that the jobs use, barely trained: speed is measured, not skill. */
    static Path model(Workshop workshop) throws IOException {
        Path folder = Files.createTempDirectory(workshop.scratch(), "model");
        List<DemandWindow> windows = new ArrayList<>();
        for (long index = 0; index < 20L * 100; index++) {
            windows.add(window(index / 20, index % 20));
        }
        SequenceModelOptions whole = ForecastTrainer.options(HORIZON, 1);
        SequenceModelOptions options =
                whole.with(whole.shape().sized(HIDDEN, 1))
                        .with(whole.training().paced(0.005, 1).split(0, 128));
        new ForecastTrainer(options, 500).train(windows, FIRST.plusDays(1000), folder, loss -> {});
        return folder;
    }

    static DemandWindow window(long day, long series) {
        long units = Math.floorMod(((day * SERIES + series) * 2654435761L) >> 7, 9L) + day % 7;
        LocalDate date = FIRST.plusDays(day);
        return new DemandWindow(
                ITEMS[(int) series],
                "main",
                date,
                units,
                10,
                0,
                false,
                20,
                1,
                2,
                0,
                Channels.endOf(date));
    }
}
