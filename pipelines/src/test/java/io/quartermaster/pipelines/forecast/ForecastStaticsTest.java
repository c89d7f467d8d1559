package io.quartermaster.pipelines.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.forecast.Forecast;
import io.quartermaster.domain.forecast.StaticCovariates;
import io.quartermaster.pipelines.channel.Channels;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the LSTM makes of brand, category, place and words. */
@SuppressWarnings("try") // the harness may be interrupted while it closes
class ForecastStaticsTest {

    private static final List<String> ITEMS =
            SmallModel.WINDOWS.stream().map(DemandWindow::item).distinct().sorted().toList();

    @TempDir static Path folder;

    @BeforeAll
    static void train() {
        new ForecastTrainer(
                        SmallModel.training(),
                        600,
                        TrainingCovariates.ofJobs(PriceCalendar.NONE, items(0)))
                .train(SmallModel.WINDOWS, SmallModel.TAIL, folder, loss -> {});
    }

    /** Every item gets what is another's: the LSTM forecasts otherwise, no other model does. */
    @Test
    void aPermutationOfStaticsChangesForecasts() throws Exception {
        List<Forecast> own = run(folder, items(0));
        List<Forecast> permuted = run(folder, items(1));
        assertThat(ForecastLines.sorted(lstm(own)))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(ForecastLines.sorted(lstm(permuted)));
        assertThat(ForecastLines.sorted(lstm(own)))
                .isEqualTo(ForecastLines.sorted(lstm(run(folder, items(0)))));
    }

    /** A model that never saw a catalogue does not mind one. */
    @Test
    void aModelTrainedWithoutACatalogueForecastsTheSameWithOne() throws Exception {
        assertThat(ForecastLines.sorted(lstm(run(SmallModel.folder(), items(0)))))
                .isNotEmpty()
                .isEqualTo(ForecastLines.sorted(lstm(run(SmallModel.folder(), Map.of()))));
    }

    /** The n-th item has brand and words of the one so many places on. */
    private static Map<String, ItemStatics> items(int shift) {
        Map<String, ItemStatics> items = new HashMap<>();
        for (int i = 0; i < ITEMS.size(); i++) {
            int as = (i + shift) % ITEMS.size();
            items.put(
                    ITEMS.get(i),
                    new ItemStatics(
                            0,
                            StaticCovariates.listed("brand " + as, "category " + as % 2),
                            0,
                            StaticCovariates.words(
                                    new int[] {as, as + 40}, new float[] {0.8f, 0.6f})));
        }
        return items;
    }

    private static List<Forecast> run(Path model, Map<String, ItemStatics> items) throws Exception {
        ForecastOptions options =
                new ForecastOptions(
                        "lstm", model.toString(), 16, 28, SmallModel.HORIZON, SmallModel.PLAN);
        try (ForecastHarness harness = new ForecastHarness(options.with(List.of("lstm")))) {
            harness.open();
            for (DemandWindow window : SmallModel.WINDOWS) {
                ItemStatics item = items.getOrDefault(window.item(), ItemStatics.UNKNOWN);
                harness.processElement(
                        new DescribedWindow(window, item),
                        Channels.endOf(window.day()).toEpochMilli());
            }
            harness.endInput();
            return harness.forecasts();
        }
    }

    private static List<Forecast> lstm(List<Forecast> all) {
        return all.stream().filter(forecast -> forecast.modelName().equals("lstm")).toList();
    }
}
