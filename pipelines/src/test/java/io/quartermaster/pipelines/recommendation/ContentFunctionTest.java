package io.quartermaster.pipelines.recommendation;

import static io.quartermaster.pipelines.recommendation.Signals.millis;
import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.event.CatalogueText;
import io.quartermaster.domain.similarity.PanelSimilarityEngine;
import io.quartermaster.domain.similarity.SimilaritySettings;
import io.quartermaster.pipelines.similarity.SimilarityOptions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;

/** Two lamps and a kettle; a third lamp comes later. Told as each day from the 7th closes. */
@SuppressWarnings("try") // the harness may be interrupted while it closes
class ContentFunctionTest {

    private static final SimilaritySettings PANEL = settings();

    private static final TableTimes TIMES =
            new TableTimes(
                    Duration.ZERO,
                    new RecommendationDays(LocalDate.of(2026, 1, 8), LocalDate.MAX, 1));

    @Test
    void linksItemsThatAreAlikeInOneCallOfTheEngine() throws Exception {
        PanelSimilarityEngine engine = new PanelSimilarityEngine();
        long calls = engine.use().calls();
        try (var harness = open()) {
            first(harness);
            later(harness);
            assertThat(told(harness))
                    .containsExactly(
                            "07 lamp1 [lamp2]",
                            "07 lamp2 [lamp1]",
                            "09 lamp1 [lamp2, lamp3]",
                            "09 lamp2 [lamp1, lamp3]",
                            "09 lamp3 [lamp1, lamp2]");
        }
        assertThat(engine.use().calls() - calls).as("one a time").isEqualTo(2);
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = open()) {
            first(harness);
            snapshot = harness.snapshot(1, 1);
        }
        try (var harness = harness()) {
            harness.initializeState(snapshot);
            harness.open();
            later(harness);
            assertThat(told(harness)).hasSize(3).last().isEqualTo("09 lamp3 [lamp1, lamp2]");
        }
    }

    @Test
    void keepsPlainTypesInState() {
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(ContentFact.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(ItemLinks.class);
    }

    private static SimilaritySettings settings() {
        Configuration config = new Configuration();
        config.set(SimilarityOptions.ENGINE, "panel");
        return SimilarityOptions.of(config);
    }

    private static void first(
            KeyedOneInputStreamOperatorTestHarness<Integer, ContentFact, ItemNews> harness)
            throws Exception {
        add(harness, 1, "lamp1", "brass lamp");
        add(harness, 1, "lamp2", "brass lamp");
        add(harness, 1, "kettle", "steel whistle pot");
        harness.processWatermark(new Watermark(millis("2026-01-08T00:00:00Z")));
    }

    private static void later(
            KeyedOneInputStreamOperatorTestHarness<Integer, ContentFact, ItemNews> harness)
            throws Exception {
        add(harness, 9, "lamp3", "brass lamp");
        harness.processWatermark(new Watermark(millis("2026-01-10T00:00:00Z")));
    }

    private static void add(
            KeyedOneInputStreamOperatorTestHarness<Integer, ContentFact, ItemNews> harness,
            int day,
            String item,
            String words)
            throws Exception {
        CatalogueText text =
                new CatalogueText(item, Signals.noon(day), "test", item, "en", words, "");
        harness.processElement(ContentFact.of(text), text.time().toEpochMilli());
    }

    private static List<String> told(
            KeyedOneInputStreamOperatorTestHarness<Integer, ContentFact, ItemNews> harness) {
        return harness.extractOutputValues().stream()
                .map(
                        news ->
                                "%s %s %s"
                                        .formatted(
                                                java.time.Instant.ofEpochMilli(news.time())
                                                        .toString()
                                                        .substring(8, 10),
                                                news.subject(),
                                                List.of(news.names())))
                .toList();
    }

    private static KeyedOneInputStreamOperatorTestHarness<Integer, ContentFact, ItemNews> open()
            throws Exception {
        var harness = harness();
        harness.open();
        return harness;
    }

    private static KeyedOneInputStreamOperatorTestHarness<Integer, ContentFact, ItemNews> harness()
            throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new ContentFunction(PANEL, TIMES)),
                fact -> 0,
                Types.INT);
    }
}
