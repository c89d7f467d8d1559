package io.quartermaster.pipelines.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.event.Behaviour;
import io.quartermaster.domain.event.BehaviourAction;
import io.quartermaster.domain.event.Erasure;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.event.StockLevel;
import io.quartermaster.domain.forecast.Forecast;
import io.quartermaster.domain.recommendation.RankerLoss;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.BreakingExchange;
import io.quartermaster.pipelines.event.Channel;
import io.quartermaster.pipelines.event.Exchange;
import io.quartermaster.pipelines.event.FileExchange;
import io.quartermaster.pipelines.event.RunOptions;
import io.quartermaster.pipelines.event.StrictEnvironment;
import io.quartermaster.pipelines.similarity.SimilarityOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class RecommendationJobTest {

    private static final LocalDate FIRST = SmallShop.FIRST;

    private final List<OrderLine> orders = new ArrayList<>();

    private boolean learns;
    private ListTime when = ListTime.CLOSE;
    private String ranker = "";
    private double repeatShare = 1;

    @TempDir private Path folder;

    @BeforeEach
    void writeInputs() throws IOException {
        Random random = new Random(8);
        for (int i = 0; i < 600; i++) {
            orders.add(
                    SmallShop.order(i, random.nextInt(30), "i%02d".formatted(random.nextInt(25))));
        }
        Instant known = Channels.endOf(FIRST.plusDays(19));
        List<StockLevel> stock = List.of(new StockLevel("s1", known, "test", "i03", "main", 1));
        List<Forecast> forecasts =
                List.of(SmallShop.forecast("i03", true), SmallShop.forecast("i04", false));
        write(Channels.ORDERS, orders);
        write(Channels.STOCK, stock);
        write(Channels.FORECAST, forecasts);
        write(Channels.ITEMS, SmallShop.catalogue());
        write(Channels.TEXTS, SmallShop.texts());
        write(Channels.ITEM_VECTORS, SmallShop.vectors());
        write(Channels.SATISFACTION, SmallShop.satisfaction());
        write(Channels.ERASURES, List.of());
    }

    /** On the same day, before anybody has it, to who bought such things. */
    @Test
    void recommendsWhatIsNewFromItsFirstEventOn() throws Exception {
        when = ListTime.ACT;
        List<String> all = run(2, false);
        List<String> ofNew = all.stream().filter(line -> line.contains("\"new\"")).toList();
        assertThat(ofNew).isNotEmpty();
        assertThat(ofNew).anyMatch(line -> line.contains("\"as_of\":\"2026-01-21T1"));
        assertThat(ofNew).allMatch(line -> line.contains("like i0"));
        assertThat(ofNew).allMatch(line -> line.contains("\"content\""));
        assertThat(run(1, false)).isEqualTo(all);
    }

    @Test
    void recommendsOnEachPlanDayTheSameAtAnyParallelism() throws Exception {
        List<String> one = run(1, false);
        assertThat(one).hasSizeGreaterThan(300);
        assertThat(one).anyMatch(line -> line.contains("stock of 1 against 42 expected"));
        assertThat(one).noneMatch(line -> line.contains("2026-02-"));
        assertThat(run(2, false)).isEqualTo(one);
    }

    /** Of this shop's purchases a third repeat an earlier one. */
    @Test
    void recommendsAgainWhatIsBoughtAgainTheSameAtAnyParallelism() throws Exception {
        List<String> onceForAll = run(1, false);
        repeatShare = 0.2;
        List<String> again = run(1, false);
        assertThat(again).hasSizeGreaterThan(onceForAll.size());
        assertThat(run(2, false)).isEqualTo(again);
        repeatShare = 0.9;
        assertThat(run(2, false)).isEqualTo(onceForAll);
    }

    @Test
    void whoGaveNoNameIsRecommendedNothingAndChangesNothingForOthers() throws Exception {
        List<OrderLine> named =
                orders.stream().filter(order -> !order.customer().isEmpty()).toList();
        assertThat(named.size()).isBetween(1, orders.size() - 1);
        List<String> all = run(1, false);
        assertThat(all).isNotEmpty().noneMatch(line -> line.contains("\"customer\":\"\""));
        write(Channels.ORDERS, named);
        assertThat(run(1, false)).isEqualTo(all);
    }

    /** Erased at noon of the 23rd; what others are told after that day's close is as without. */
    @Test
    void whoIsErasedHasNeverBeen() throws Exception {
        Instant asked = FIRST.plusDays(22).atTime(12, 0).toInstant(ZoneOffset.UTC);
        Predicate<OrderLine> isErased =
                order -> order.customer().equals("c07") && !order.time().isAfter(asked);
        assertThat(orders.stream().filter(isErased).count()).isGreaterThan(10);
        repeatShare = 0.3;
        List<String> known = run(2, false);
        write(
                Channels.ERASURES,
                List.of(
                        new Erasure("e1", asked, "test", "c07"),
                        new Erasure("e2", asked, "test", "nobody")));
        List<String> erased = run(2, false);
        assertThat(before(asked, erased)).isEqualTo(before(asked, known));
        assertThat(run(1, false)).isEqualTo(erased);
        assertThat(run(2, true)).isEqualTo(erased);
        assertThat(BreakingExchange.hasFailed()).isTrue();
        write(Channels.ERASURES, List.of());
        write(Channels.ORDERS, orders.stream().filter(isErased.negate()).toList());
        List<String> never = run(2, false);
        assertThat(after(asked, erased)).isEqualTo(after(asked, never)).hasSizeGreaterThan(100);
        assertThat(after(asked, erased)).isNotEqualTo(after(asked, known));
    }

    private static List<String> before(Instant time, List<String> lines) {
        return lines.stream().filter(line -> asOf(line).isBefore(time)).toList();
    }

    private static List<String> after(Instant time, List<String> lines) {
        return lines.stream().filter(line -> asOf(line).isAfter(time)).toList();
    }

    private static Instant asOf(String line) {
        return Instant.parse(line.replaceFirst(".*\"as_of\":\"([^\"]*)\".*", "$1"));
    }

    @Test
    void learnsFromClicksOnShownItemsTheSameAtAnyParallelism() throws Exception {
        Random random = new Random(9);
        List<Behaviour> behaviour = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            String item = "i%02d".formatted(random.nextInt(25));
            behaviour.add(
                    SmallShop.behaviour(2 * i, random.nextInt(30), item, BehaviourAction.SHOWN));
            if (random.nextInt(4) == 0) {
                behaviour.add(
                        SmallShop.behaviour(
                                2 * i + 1, random.nextInt(30), item, BehaviourAction.VIEW));
            }
        }
        write(Channels.BEHAVIOUR, behaviour);
        List<String> prior = run(1, false);
        learns = true;
        List<String> one = run(1, false);
        assertThat(one).isNotEqualTo(prior).hasSizeGreaterThan(300);
        assertThat(one).anyMatch(line -> line.contains("\"clicked\":true"));
        assertThat(one).anyMatch(line -> line.contains("\"clicked\":false"));
        assertThat(run(2, false)).isEqualTo(one);
        assertThat(run(2, true)).isEqualTo(one);
        assertThat(BreakingExchange.hasFailed()).isTrue();
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "the native library is for linux-x86_64")
    void ordersByATrainedRankerTheSameAtAnyParallelism() throws Exception {
        List<String> blend = run(1, false);
        Path model = Files.createDirectory(folder.resolve("model"));
        SmallRanker.train(
                model,
                RankerLoss.LOGISTIC,
                List.of("neighbours", "days_left", "satisfaction", "trend", "price"));
        ranker = model.toString();
        List<String> one = run(1, false);
        assertThat(one).hasSameSizeAs(blend);
        assertThat(one).allMatch(line -> line.contains("by the model its chance is"));
        assertThat(run(2, false)).isEqualTo(one);
        assertThat(run(2, true)).isEqualTo(one);
        assertThat(BreakingExchange.hasFailed()).isTrue();
    }

    @Test
    void survivesAnInjectedFailure() throws Exception {
        List<String> expected = run(2, false);
        assertThat(run(2, true)).isEqualTo(expected);
        assertThat(BreakingExchange.hasFailed()).isTrue();
    }

    private List<String> run(int parallelism, boolean failing) throws Exception {
        Configuration config = new Configuration();
        config.set(RunOptions.TAIL_START, FIRST.plusDays(20).toString());
        config.set(RunOptions.LAST_DAY, FIRST.plusDays(30).toString());
        config.set(SimilarityOptions.ENGINE, "panel");
        config.set(ShownOptions.LEARN, learns);
        config.set(ShownOptions.LOG, learns);
        config.set(RecommendationOptions.WHEN, when);
        config.set(ListOptions.RANKER, ranker);
        config.set(RecommendationOptions.REPEAT_SHARE, repeatShare);
        config.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        config.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(1));
        StreamExecutionEnvironment environment = StrictEnvironment.local(parallelism, config);
        environment.enableCheckpointing(20);
        FileExchange files = new FileExchange(folder, List.of(), ZoneOffset.UTC);
        Exchange exchange =
                failing ? BreakingExchange.failingOnce(files, Channels.ORDERS, 400) : files;
        new RecommendationJob().define(environment, exchange, config);
        environment.execute();
        files.seal(Channels.RECOMMENDATIONS);
        List<String> lines = new ArrayList<>(take(files, Channels.RECOMMENDATIONS));
        if (learns) {
            files.seal(Channels.SHOWN_ITEMS);
            lines.addAll(take(files, Channels.SHOWN_ITEMS));
        }
        return lines;
    }

    private static List<String> take(FileExchange files, Channel<?> channel) throws IOException {
        List<String> lines = Files.readAllLines(files.file(channel));
        Files.delete(files.file(channel));
        return lines;
    }

    private <T> void write(Channel<T> channel, List<T> elements) throws IOException {
        SmallShop.write(folder, channel, elements);
    }
}
