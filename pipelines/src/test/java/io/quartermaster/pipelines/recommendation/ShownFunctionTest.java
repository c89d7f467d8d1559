package io.quartermaster.pipelines.recommendation;

import static io.quartermaster.pipelines.recommendation.Signals.bought;
import static io.quartermaster.pipelines.recommendation.Signals.millis;
import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.recommendation.ShownItem;
import io.quartermaster.domain.recommendation.incremental.ItemNeighbours;
import io.quartermaster.pipelines.event.RunOptions;
import io.quartermaster.pipelines.recommendation.RecommendationSignal.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;

/** Ann has a, whose neighbours are b and c. */
@SuppressWarnings("try") // the harness may be interrupted while it closes
class ShownFunctionTest {

    private static final List<ItemNews> NEWS =
            List.of(
                    ItemNews.neighbours(
                            new ItemNeighbours("a", List.of("b", "c"), new double[] {0.5, 0.25}),
                            4,
                            0),
                    ItemNews.neighbours(
                            new ItemNeighbours("b", List.of("a"), new double[] {0.5}), 2, 0),
                    ItemNews.content(new ItemNeighbours("a", List.of("c"), new double[] {0.75}), 0),
                    ItemNews.customers(9, 0));

    private final Configuration config = new Configuration();

    @Test
    void whatIsClickedInTimeIsAnExampleForAndWhatIsNotOneAgainst() throws Exception {
        try (var harness = open()) {
            act(harness, bought(1, "ann", "a"));
            act(harness, shown(2, "b"), shown(2, "c"));
            act(harness, Signals.of(Kind.INTERESTED, 3, "ann", "b", 0.125));
            harness.processBothWatermarks(Watermark.MAX_WATERMARK);
            assertThat(said(harness))
                    .containsExactly(
                            "b shown 02 neighbours 0.5 content 0.0 popularity 0.2 true",
                            "c shown 02 neighbours 0.25 content 0.75 popularity 0.0 false");
        }
    }

    @Test
    void whatIsShownAgainBeforeItIsJudgedIsOneExample() throws Exception {
        try (var harness = open()) {
            act(harness, shown(2, "b"));
            harness.processElement1(shown(2, "b"), Signals.noon(2).toEpochMilli() + 1);
            harness.processBothWatermarks(Watermark.MAX_WATERMARK);
            assertThat(said(harness)).hasSize(1);
        }
    }

    /** The tail starts on the 4th: the table is told first as the 3rd closes. */
    @Test
    void whatWasShownBeforeTheTableWasToldTeachesNothing() throws Exception {
        config.set(RunOptions.TAIL_START, "2026-01-04");
        try (var harness = open()) {
            act(harness, bought(1, "ann", "a"), shown(3, "b"), shown(4, "c"));
            harness.processBothWatermarks(Watermark.MAX_WATERMARK);
            assertThat(said(harness))
                    .containsExactly(
                            "c shown 04 neighbours 0.25 content 0.75 popularity 0.0 false");
        }
    }

    @Test
    void logsWhatARankerMayAskAsItWasWhenTheItemWasShown() throws Exception {
        try (var harness = open(true)) {
            act(harness, bought(1, "ann", "a"), shown(2, "b"));
            act(harness, bought(3, "ann", "c"), bought(4, "ann", "b"));
            harness.processBothWatermarks(Watermark.MAX_WATERMARK);
            ShownItem line = harness.extractOutputValues().get(0).line();
            assertThat(line.item() + " " + line.shownAt() + " " + line.judgedAt())
                    .isEqualTo("b 2026-01-02T12:00:00Z 2026-01-03T12:00:00Z");
            assertThat(line.clicked()).isFalse();
            assertThat(line.features())
                    .containsExactly(0.5f, 0, 0.2f, 0.52f, 1, 0, 0, 0, 365, 0.5f, 0, 0, 0, 365);
        }
    }

    @Test
    void aClickAfterTheWindowIsNotDueToIt() throws Exception {
        try (var harness = open()) {
            act(harness, shown(2, "b"), bought(4, "ann", "b"));
            harness.processBothWatermarks(Watermark.MAX_WATERMARK);
            assertThat(said(harness))
                    .containsExactly("b shown 02 neighbours 0.0 content 0.0 popularity 0.2 false");
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = open()) {
            act(harness, bought(1, "ann", "a"), shown(2, "b"), shown(2, "c"));
            harness.processBothWatermarks(new Watermark(millis("2026-01-02T13:00:00Z")));
            assertThat(said(harness)).isEmpty();
            snapshot = harness.snapshot(1, 1);
        }
        try (var harness = harness(false)) {
            harness.initializeState(snapshot);
            harness.open();
            act(harness, Signals.of(Kind.INTERESTED, 3, "ann", "b", 0.125));
            harness.processBothWatermarks(Watermark.MAX_WATERMARK);
            assertThat(said(harness))
                    .containsExactly(
                            "b shown 02 neighbours 0.5 content 0.0 popularity 0.2 true",
                            "c shown 02 neighbours 0.25 content 0.75 popularity 0.0 false");
        }
    }

    @Test
    void keepsPlainTypesInStateAndOnStreams() {
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(Impression.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(BlendExample.class);
    }

    private static RecommendationSignal shown(int day, String item) {
        return Signals.of(Kind.SHOWN, day, "ann", item, 0);
    }

    private static void act(
            KeyedTwoInputStreamOperatorTestHarness<
                            String, RecommendationSignal, ItemNews, BlendExample>
                    harness,
            RecommendationSignal... signals)
            throws Exception {
        for (RecommendationSignal signal : signals) {
            harness.processElement1(signal, signal.time().toEpochMilli());
        }
    }

    private static List<String> said(
            KeyedTwoInputStreamOperatorTestHarness<
                            String, RecommendationSignal, ItemNews, BlendExample>
                    harness) {
        List<String> said = new ArrayList<>();
        for (BlendExample one : harness.extractOutputValues()) {
            Impression shown = one.impression();
            said.add(
                    "%s shown %s neighbours %s content %s popularity %s %s"
                            .formatted(
                                    shown.item(),
                                    java.time.Instant.ofEpochMilli(shown.time())
                                            .toString()
                                            .substring(8, 10),
                                    shown.neighbours(),
                                    shown.content(),
                                    shown.popularity(),
                                    one.clicked()));
        }
        return said;
    }

    private KeyedTwoInputStreamOperatorTestHarness<
                    String, RecommendationSignal, ItemNews, BlendExample>
            open() throws Exception {
        return open(false);
    }

    private KeyedTwoInputStreamOperatorTestHarness<
                    String, RecommendationSignal, ItemNews, BlendExample>
            open(boolean logs) throws Exception {
        var harness = harness(logs);
        harness.open();
        for (ItemNews news : NEWS) {
            harness.processElement2(news, news.time());
        }
        return harness;
    }

    private KeyedTwoInputStreamOperatorTestHarness<
                    String, RecommendationSignal, ItemNews, BlendExample>
            harness(boolean logs) throws Exception {
        config.set(RecommendationOptions.HALF_LIFE, Duration.ZERO);
        config.set(ShownOptions.LOG, logs);
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                new CoBroadcastWithKeyedOperator<>(
                        new ShownFunction(RecommendationOptions.of(config)),
                        List.of(CustomerFunction.NEWS)),
                RecommendationSignal::customer,
                null,
                Types.STRING);
    }
}
