package io.quartermaster.pipelines.recommendation;

import static io.quartermaster.pipelines.recommendation.Signals.millis;
import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.event.CatalogueText;
import io.quartermaster.domain.event.ItemVector;
import io.quartermaster.domain.recommendation.live.ContentWeights;
import io.quartermaster.domain.similarity.PanelSimilarityEngine;
import io.quartermaster.domain.similarity.SimilaritySettings;
import io.quartermaster.pipelines.similarity.SimilarityOptions;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;

/** Two lamps and a kettle; one lamp and the kettle find a customer, and a third lamp comes. */
@SuppressWarnings("try") // the harness may be interrupted while it closes
class ContentFunctionTest {

    private static final SimilaritySettings PANEL = settings();

    @Test
    void tellsWhatANewItemIsLikeAtItsOwnTimeInOneCallOfTheEngine() throws Exception {
        PanelSimilarityEngine engine = new PanelSimilarityEngine();
        long calls = engine.use().calls();
        try (var harness = open()) {
            first(harness);
            later(harness);
            assertThat(told(harness))
                    .containsExactly(
                            "03T12 lamp1 [lamp2]", "09T12 lamp3 [lamp1]", "09T12 lamp4 [lamp1]");
        }
        assertThat(engine.use().calls() - calls).as("one a moment").isEqualTo(2);
    }

    @Test
    void looksAgainWhereTheWordsChangeAndNotWhereTheyAreToldAgain() throws Exception {
        try (var harness = open()) {
            first(harness);
            describe(harness, 5, "lamp2", "brass lamp");
            describe(harness, 6, "lamp2", "steel whistle pot");
            end(harness);
            assertThat(told(harness))
                    .containsExactly("03T12 lamp1 [lamp2]", "06T12 lamp2 [kettle]");
        }
    }

    /** Of another kind, without words: the higher version stands. */
    @Test
    void comparesVectorsThatTheCatalogueBrings() throws Exception {
        try (var harness = open()) {
            encode(harness, 1, "song1", 2, "1 0 0");
            encode(harness, 2, "song1", 1, "0 1 0");
            take(harness, 3, "song1");
            encode(harness, 4, "song2", 1, "0.9 0.1 0");
            encode(harness, 5, "song3", 1, "0 1 0");
            end(harness);
            assertThat(told(harness)).containsExactly("04T12 song2 [song1]");
        }
    }

    @Test
    void tellsOfWhatComesLateFromTheNextMomentOn() throws Exception {
        try (var harness = open()) {
            first(harness);
            harness.processWatermark(new Watermark(millis("2026-01-10T00:00:00Z")));
            describe(harness, 8, "lamp3", "brass lamp");
            assertThat(told(harness)).last().isEqualTo("10T00 lamp3 [lamp1]");
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        List<String> whole;
        try (var harness = open()) {
            first(harness);
            int before = told(harness).size();
            later(harness);
            whole = told(harness).subList(before, told(harness).size());
        }
        OperatorSubtaskState snapshot;
        try (var harness = open()) {
            first(harness);
            snapshot = harness.snapshot(1, 1);
        }
        try (var harness = harness()) {
            harness.initializeState(snapshot);
            harness.open();
            later(harness);
            assertThat(told(harness)).isEqualTo(whole).hasSize(2);
        }
    }

    @Test
    void keepsPlainTypesInState() {
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(ContentFact.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(CatalogueEntry.class);
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
        describe(harness, 1, "lamp1", "brass lamp");
        describe(harness, 1, "lamp2", "brass lamp");
        describe(harness, 1, "kettle", "steel whistle pot");
        take(harness, 3, "lamp1");
        take(harness, 3, "kettle");
        take(harness, 4, "lamp1");
        harness.processWatermark(new Watermark(millis("2026-01-04T00:00:00Z")));
    }

    private static void later(
            KeyedOneInputStreamOperatorTestHarness<Integer, ContentFact, ItemNews> harness)
            throws Exception {
        describe(harness, 9, "lamp4", "brass lamp");
        describe(harness, 9, "lamp3", "brass lamp");
        end(harness);
    }

    private static void end(
            KeyedOneInputStreamOperatorTestHarness<Integer, ContentFact, ItemNews> harness)
            throws Exception {
        harness.processWatermark(Watermark.MAX_WATERMARK);
    }

    private static void describe(
            KeyedOneInputStreamOperatorTestHarness<Integer, ContentFact, ItemNews> harness,
            int day,
            String item,
            String words)
            throws Exception {
        CatalogueText text =
                new CatalogueText(item + day, Signals.noon(day), "test", item, "en", words, "");
        harness.processElement(ContentFact.of(text), text.time().toEpochMilli());
    }

    private static void encode(
            KeyedOneInputStreamOperatorTestHarness<Integer, ContentFact, ItemNews> harness,
            int day,
            String item,
            int version,
            String numbers)
            throws Exception {
        ItemVector vector =
                new ItemVector(
                        item + day, Signals.noon(day), "test", item, "sound", version, numbers);
        harness.processElement(ContentFact.of(vector), vector.time().toEpochMilli());
    }

    private static void take(
            KeyedOneInputStreamOperatorTestHarness<Integer, ContentFact, ItemNews> harness,
            int day,
            String item)
            throws Exception {
        harness.processElement(ContentFact.had(item), Signals.noon(day).toEpochMilli());
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
                                                        .substring(8, 13),
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
                new KeyedProcessOperator<>(new ContentFunction(PANEL, ContentWeights.EQUAL)),
                fact -> 0,
                Types.INT);
    }
}
