package io.quartermaster.pipelines.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.engine.FirstEngine;
import io.quartermaster.domain.event.Behaviour;
import io.quartermaster.domain.event.BehaviourAction;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.recommendation.RankerEngine;
import io.quartermaster.domain.recommendation.RankerLoss;
import io.quartermaster.domain.recommendation.RankerOptions;
import io.quartermaster.domain.recommendation.Recommendation;
import io.quartermaster.domain.recommendation.ShownItem;
import io.quartermaster.domain.recommendation.live.RankerFeature;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.FileExchange;
import io.quartermaster.pipelines.event.RunOptions;
import io.quartermaster.pipelines.event.StrictEnvironment;
import io.quartermaster.pipelines.similarity.SimilarityOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole way of a ranker: a run logs what it showed, a model learns from the table, and the next
 * run lists by it. Customers take up what others have bought with what they have, and nothing else.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the native library is for linux-x86_64")
class RankerLoopTest {

    private static final List<String> FEATURES = List.of("neighbours", "popularity", "price");

    @TempDir private Path folder;

    @Test
    void aRunListsByWhatAnEarlierOneLearntFromItsShowings() throws Exception {
        writeInputs();
        Configuration config = config();
        config.set(ShownOptions.LOG, true);
        FileExchange first = run(config);
        List<ShownItem> shown = first.contents(Channels.SHOWN_ITEMS);
        assertThat(shown).hasSizeGreaterThan(200);
        assertThat(shown).allMatch(one -> one.shownAt().isAfter(Channels.endOf(opened())));
        assertThat(shown).anyMatch(ShownItem::clicked).anyMatch(one -> !one.clicked());
        Path model = learnt(shown);
        Files.delete(first.file(Channels.RECOMMENDATIONS));
        Files.delete(first.file(Channels.SHOWN_ITEMS));

        config = config();
        config.set(ListOptions.RANKER, model.toString());
        List<Recommendation> lists = run(config).contents(Channels.RECOMMENDATIONS);

        assertThat(lists).hasSizeGreaterThan(300);
        for (Recommendation row : lists) {
            assertThat(Arrays.stream(row.partAmounts()).sum()).isCloseTo(row.score(), within(1e-6));
            assertThat(row.partKinds()).contains("ranker");
            assertThat(row.score()).isBetween(0.0, 1.0);
        }
    }

    private static LocalDate opened() {
        return SmallShop.FIRST.plusDays(4);
    }

    private Path learnt(List<ShownItem> shown) throws IOException {
        List<String> labels = RankerFeature.labels();
        List<String> lines = new ArrayList<>(List.of("clicked," + String.join(",", labels)));
        for (ShownItem one : shown) {
            StringBuilder line = new StringBuilder(one.clicked() ? "1" : "0");
            for (float feature : one.features()) {
                line.append(',').append(feature);
            }
            lines.add(line.toString());
        }
        Path table = Files.write(folder.resolve("shown_items.csv"), lines);
        Path model = Files.createDirectory(folder.resolve("model"));
        FirstEngine.of(RankerEngine.class, RankerLoopTest.class.getClassLoader(), "rankers")
                .train(
                        RankerFile.read(table, "clicked", FEATURES),
                        new RankerOptions(
                                List.of(8), RankerLoss.LOGISTIC, "adam", 0.01, 5, 0, 40, 0.2, 1),
                        model,
                        none -> {});
        return model;
    }

    private static Configuration config() {
        Configuration config = new Configuration();
        config.set(RunOptions.TAIL_START, opened().plusDays(1).toString());
        config.set(RunOptions.LAST_DAY, SmallShop.FIRST.plusDays(30).toString());
        config.set(SimilarityOptions.ENGINE, "panel");
        return config;
    }

    private FileExchange run(Configuration config) throws Exception {
        StreamExecutionEnvironment environment = StrictEnvironment.local(2, config);
        FileExchange files = new FileExchange(folder, List.of(), ZoneOffset.UTC);
        new RecommendationJob().define(environment, files, config);
        environment.execute();
        files.seal(Channels.RECOMMENDATIONS);
        if (config.get(ShownOptions.LOG)) {
            files.seal(Channels.SHOWN_ITEMS);
        }
        return files;
    }

    private void writeInputs() throws IOException {
        Random random = new Random(8);
        List<OrderLine> orders = new ArrayList<>();
        List<Behaviour> behaviour = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            int customer = 1 + random.nextInt(30);
            orders.add(SmallShop.order(i, customer, item(5 * (customer % 5) + random.nextInt(5))));
        }
        for (int i = 0; i < 450; i++) {
            int customer = 1 + random.nextInt(30);
            int item = random.nextInt(25);
            behaviour.add(SmallShop.behaviour(2 * i, customer, item(item), BehaviourAction.SHOWN));
            if (item / 5 == customer % 5 && random.nextInt(3) > 0) {
                behaviour.add(
                        SmallShop.behaviour(2 * i + 1, customer, item(item), BehaviourAction.VIEW));
            }
        }
        SmallShop.write(folder, Channels.ORDERS, orders);
        SmallShop.write(folder, Channels.BEHAVIOUR, behaviour);
        SmallShop.write(folder, Channels.ITEMS, SmallShop.catalogue());
        SmallShop.write(folder, Channels.TEXTS, SmallShop.texts());
        SmallShop.write(folder, Channels.SATISFACTION, SmallShop.satisfaction());
    }

    private static String item(int number) {
        return "i%02d".formatted(number);
    }
}
