package io.quartermaster.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users stay with a category; brands say nothing. */
class TrainContentCommandTest {

    private static final int ITEMS = 60;

    @TempDir private Path folder;
    private final StringWriter error = new StringWriter();

    @Test
    void learnsWhatCountsAndJudgesItBesideEqualWeights() throws IOException {
        Path model = folder.resolve("model");
        assertThat(train("--input=" + histories(), "--items=" + items(), "--output=" + model))
                .as(error.toString())
                .isZero();
        assertThat(error.toString())
                .contains("Learnt: brand 0.")
                .contains("by equal weights")
                .contains("Weights written to");
        assertThat(Files.readString(model.resolve("content.json"))).contains("\"category\"");
        assertThat(Files.readString(model.resolve("quality.json"))).contains("\"gain\"");
    }

    @Test
    void refusesACatalogueThatNamesAnItemTwice() throws IOException {
        Path items = Files.writeString(folder.resolve("items.csv"), "item,brand\na,x\na,y\n");
        assertThat(train("--input=" + histories(), "--items=" + items, "--output=" + folder))
                .isEqualTo(1);
        assertThat(error.toString()).contains("Its item (a) came before.");
    }

    private int train(String... arguments) {
        List<String> all = new ArrayList<>(List.of("content"));
        all.addAll(List.of(arguments));
        return TrainingRun.train(error, all.toArray(String[]::new));
    }

    private Path items() throws IOException {
        List<String> lines = new ArrayList<>(List.of("item,brand,category,title"));
        for (int i = 0; i < ITEMS; i++) {
            lines.add("i%d,b%d,c%d,word%d".formatted(i, i / (ITEMS / 6), i % 6, i * 7 % 20));
        }
        return Files.write(folder.resolve("items.csv"), lines);
    }

    private Path histories() throws IOException {
        List<String> lines = new ArrayList<>(List.of("user,item,timestamp"));
        SplittableRandom random = new SplittableRandom(5);
        for (int user = 0; user < 200; user++) {
            int category = random.nextInt(6);
            for (int step = 0; step < 6; step++) {
                int item = 6 * random.nextInt(ITEMS / 6) + category;
                lines.add("u%d,i%d,%s".formatted(user, item, day(step)));
            }
        }
        return Files.write(folder.resolve("histories.csv"), lines);
    }

    private static LocalDate day(int step) {
        return LocalDate.of(2026, 1, 1).plusDays(step);
    }
}
