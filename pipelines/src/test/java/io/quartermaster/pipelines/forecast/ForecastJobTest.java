package io.quartermaster.pipelines.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quartermaster.domain.brand.BrandCluster;
import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.CatalogueText;
import io.quartermaster.domain.forecast.Forecast;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.Exchange;
import io.quartermaster.pipelines.event.FileExchange;
import io.quartermaster.pipelines.event.RunOptions;
import io.quartermaster.pipelines.event.StrictEnvironment;
import io.quartermaster.udfs.forecast.SequenceModels;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(value = OS.LINUX, disabledReason = "the native library is for linux-x86_64")
class ForecastJobTest {

    private static final String NEW_ITEM = "never-sold";

    @TempDir private Path folder;

    @Test
    void survivesAnInjectedFailure() throws Exception {
        String expected = run("plain", 2, configuration(), false);
        Configuration configuration = configuration();
        FailsOnce.prepare(configuration, folder.resolve("chk"));
        assertThat(run("failing", 2, configuration, true)).isEqualTo(expected);
        assertThat(FailsOnce.hasFailed()).isTrue();
    }

    @Test
    void parallelismChangesNoByte() throws Exception {
        assertThat(run("one", 1, configuration(), false))
                .isEqualTo(run("two", 2, configuration(), false))
                .contains("\"model_name\":\"lstm\"")
                .contains("\"model_name\":\"cluster_prior\"")
                .contains("\"item\":\"" + NEW_ITEM + "\"");
    }

    @Test
    void runsOnRocksDbToo() throws Exception {
        Configuration configuration = configuration();
        configuration.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
        assertThat(run("rocks", 2, configuration, false))
                .isEqualTo(run("heap", 2, configuration(), false));
    }

    @Test
    void everyOccasionHasExactlyOneChampion() throws Exception {
        run("champions", 2, configuration(), false);
        List<Forecast> all = exchange("champions").contents(Channels.FORECAST);
        all.stream()
                .collect(Collectors.groupingBy(f -> f.item() + f.place() + f.madeOn()))
                .forEach(
                        (occasion, forecasts) ->
                                assertThat(forecasts)
                                        .as(occasion)
                                        .filteredOn(Forecast::champion)
                                        .hasSize(1));
    }

    @Test
    void goesOnWithoutAModelAndCountsIt() throws Exception {
        Configuration configuration = configuration();
        configuration.removeConfig(ForecastOptions.ENGINE);
        configuration.set(ForecastOptions.MODEL_FOLDER, folder.resolve("none").toString());
        long before = SequenceModels.fallbacks().fallbacks();
        assertThat(run("without", 2, configuration, false)).doesNotContain("lstm");
        assertThat(SequenceModels.fallbacks().fallbacks()).isEqualTo(before + 1);
    }

    @Test
    void aForcedModelThatIsMissingFails() {
        Configuration configuration = configuration();
        configuration.set(ForecastOptions.MODEL_FOLDER, folder.resolve("none").toString());
        assertThatThrownBy(() -> run("forced", 2, configuration, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("holds no model");
    }

    private String run(String name, int parallelism, Configuration configuration, boolean failing)
            throws Exception {
        FileExchange files = exchange(name);
        files.add(Channels.DEMAND, SmallModel.WINDOWS);
        files.add(Channels.ITEMS, items());
        files.add(Channels.TEXTS, texts());
        files.add(Channels.BRAND_CLUSTERS, clusters());
        StreamExecutionEnvironment environment =
                StrictEnvironment.local(parallelism, configuration);
        Exchange exchange = failing ? new FailingExchange(files, Channels.DEMAND.name()) : files;
        new ForecastJob().define(environment, exchange, configuration);
        environment.execute("forecast");
        files.seal(Channels.FORECAST);
        files.seal(Channels.FORECAST_TOTALS);
        assertThat(files.contents(Channels.FORECAST_TOTALS))
                .filteredOn(total -> total.level().equals("total"))
                .isNotEmpty()
                .allSatisfy(total -> assertThat(total.series()).isGreaterThan(1));
        return Files.readString(files.file(Channels.FORECAST_TOTALS))
                + Files.readString(files.file(Channels.FORECAST));
    }

    private FileExchange exchange(String name) {
        return new FileExchange(folder.resolve(name), List.of(), ZoneOffset.UTC);
    }

    private static Configuration configuration() {
        Configuration configuration = new Configuration();
        configuration.set(RunOptions.TAIL_START, SmallModel.TAIL.toString());
        configuration.set(
                RunOptions.LAST_DAY, SmallModel.FIRST.plusDays(SmallModel.DAYS - 1L).toString());
        configuration.set(RunOptions.HORIZON_DAYS, SmallModel.HORIZON);
        configuration.set(ForecastOptions.ENGINE, "lstm");
        configuration.set(ForecastOptions.MODEL_FOLDER, SmallModel.folder().toString());
        configuration.set(ForecastOptions.BUNDLE_SIZE, 16);
        return configuration;
    }

    private static List<CatalogueItem> items() {
        List<CatalogueItem> items = new ArrayList<>();
        SmallModel.WINDOWS.stream()
                .map(DemandWindow::item)
                .distinct()
                .forEach(item -> items.add(item(item, null)));
        items.add(item(NEW_ITEM, SmallModel.TAIL.plusDays(9)));
        return items;
    }

    private static CatalogueItem item(String item, LocalDate launch) {
        return new CatalogueItem(
                item,
                Channels.endOf(SmallModel.FIRST),
                "test",
                item,
                "brand",
                "",
                "",
                BigDecimal.ONE,
                BigDecimal.TEN,
                "EUR",
                1,
                0,
                launch,
                false);
    }

    private static List<CatalogueText> texts() {
        return items().stream().map(item -> text(item.item())).toList();
    }

    private static CatalogueText text(String item) {
        return new CatalogueText(
                "text-" + item,
                Channels.endOf(SmallModel.FIRST),
                "test",
                item,
                "en",
                "glass lamp",
                "");
    }

    private static List<BrandCluster> clusters() {
        return List.of(new BrandCluster("brand", "one", SmallModel.TAIL.minusDays(20)));
    }
}
