package io.quartermaster.pipelines.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quartermaster.domain.forecast.EpochLoss;
import io.quartermaster.domain.forecast.SequenceModelOptions;
import io.quartermaster.domain.forecast.TrainingReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingSearchTest {

    private static final SequenceModelOptions GIVEN = ForecastTrainer.options(7, 3);

    @TempDir private Path folder;
    private final List<TrainingSearch.Trial> told = new ArrayList<>();

    @Test
    void trainsSixBrieflyThreeLongerAndGivesTheBestWithAllItsEpochs() throws IOException {
        TrainingSearch search = new TrainingSearch(TrainingSearchTest::nearTen, told::add);
        SequenceModelOptions best = search.best(GIVEN, folder.resolve("search"));
        List<TrainingSearch.Trial> trials = search.trials();
        assertThat(told).isEqualTo(trials).hasSize(9);
        assertThat(trials.subList(0, 6))
                .allMatch(trial -> trial.round() == 1 && trial.epochs() == 2);
        assertThat(trials.subList(6, 9))
                .allMatch(trial -> trial.round() == 2 && trial.epochs() == 5);
        double least =
                trials.stream().mapToDouble(TrainingSearch.Trial::validation).min().orElseThrow();
        assertThat(distance(best)).isEqualTo(least);
        assertThat(best.training().epochs()).isEqualTo(GIVEN.training().epochs());
        assertThat(folder.resolve("search")).doesNotExist();
    }

    @Test
    void theGivenOptionsAreTriedFirstAndTheRestIsTheSeeds() {
        List<SequenceModelOptions> all = TrainingSearch.configurations(GIVEN);
        assertThat(all.get(0)).isSameAs(GIVEN);
        assertThat(all.subList(1, 6))
                .allMatch(one -> one.training().learningRate() >= 0.001)
                .allMatch(one -> one.training().learningRate() <= 0.03);
        assertThat(rates(GIVEN)).isEqualTo(rates(GIVEN));
        assertThat(rates(ForecastTrainer.options(7, 4))).isNotEqualTo(rates(GIVEN));
    }

    @Test
    void needsSomethingHeldOut() {
        SequenceModelOptions nothing = GIVEN.with(GIVEN.training().split(0, 32));
        assertThatThrownBy(
                        () ->
                                new TrainingSearch(TrainingSearchTest::nearTen, told::add)
                                        .best(nothing, folder.resolve("search")))
                .hasMessageContaining("nothing is held out");
    }

    private static List<Double> rates(SequenceModelOptions given) {
        return TrainingSearch.configurations(given).stream()
                .map(one -> one.training().learningRate())
                .toList();
    }

    /** A training whose loss is least at the learning rate 0.01. */
    private static TrainingReport nearTen(
            SequenceModelOptions options, Path model, Consumer<EpochLoss> progress) {
        try {
            Files.createDirectories(model);
            Files.writeString(model.resolve("weights"), "…");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<EpochLoss> losses = List.of(new EpochLoss(1, 1, distance(options), 0.5));
        return new TrainingReport(losses, 1, 10, 10, "test");
    }

    private static double distance(SequenceModelOptions options) {
        return Math.abs(Math.log(options.training().learningRate() / 0.01));
    }
}
