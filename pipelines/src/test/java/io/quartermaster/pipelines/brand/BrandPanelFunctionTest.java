package io.quartermaster.pipelines.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.brand.BrandCriterion;
import io.quartermaster.domain.brand.BrandDossier;
import io.quartermaster.domain.brand.BrandScore;
import io.quartermaster.domain.brand.ExpertSheet;
import io.quartermaster.domain.event.BrandOffer;
import io.quartermaster.domain.event.BrandTerms;
import io.quartermaster.domain.event.ExpertJudgement;
import io.quartermaster.domain.governance.Quarantined;
import io.quartermaster.pipelines.event.PlainTypes;
import io.quartermaster.pipelines.event.RunOptions;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the harness may be interrupted while it closes
class BrandPanelFunctionTest {

    private static final Instant START = Instant.parse("2026-01-04T08:00:00Z");

    @Test
    void onTheDayOfAnOfferOnlyTheBrandThatOfferedIsScored() throws Exception {
        try (var harness = harness()) {
            harness.open();
            add(harness, PanelEntry.of(offer("A", START.minusSeconds(86_400))), -86_400);
            add(harness, PanelEntry.of(offer("B", START)), 0);
            harness.processWatermark(Watermark.MAX_WATERMARK);

            assertThat(harness.extractOutputValues())
                    .extracting(score -> score.eventDay() + " " + score.brand())
                    .containsExactly(
                            "2026-01-03 A",
                            "2026-01-04 B",
                            "2026-01-09 A",
                            "2026-01-09 B",
                            "2026-01-12 A",
                            "2026-01-12 B");
        }
    }

    @Test
    void betweenReviewsOnlyAScoreThatMovedByMoreThanTheStepIsHandedOn() throws Exception {
        try (var harness = harness()) {
            harness.open();
            add(harness, PanelEntry.of(offer("A", START)), 0);
            add(harness, PanelEntry.of(rating("willingness", 0.6)), 86_400);
            add(harness, PanelEntry.of(rating("quality", 1)), 2 * 86_400);
            harness.processWatermark(START.plusSeconds(4 * 86_400).toEpochMilli());

            // Willingness weighs 0.08, quality 0.22: only the second moves it by more than 0.02.
            assertThat(harness.extractOutputValues())
                    .extracting(score -> score.eventDay() + " " + score.reason().substring(0, 7))
                    .containsExactly("2026-01-04 first s", "2026-01-06 quality");
        }
    }

    @Test
    void judgementsOffTheScaleGoAside() throws Exception {
        try (var harness = harness()) {
            harness.open();
            add(harness, PanelEntry.of(rating("quality", 1.5)), 0);
            add(harness, PanelEntry.of(rating("beauty", 0.5)), 1);
            harness.processWatermark(Watermark.MAX_WATERMARK);

            assertThat(harness.getSideOutput(BrandPanelFunction.REJECTED))
                    .extracting(StreamRecord::getValue)
                    .extracting(Quarantined::reason)
                    .containsExactly(
                            "The rating (1.5) must lie within 0 and 1.",
                            "The criterion (beauty) is not known.");
            assertThat(harness.extractOutputValues()).isEmpty();
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = harness()) {
            harness.open();
            add(harness, PanelEntry.of(offer("A", START)), 0);
            harness.processWatermark(START.plusSeconds(86_400).toEpochMilli());
            assertThat(harness.extractOutputValues()).hasSize(1);
            add(harness, PanelEntry.of(rating("quality", 1)), 2 * 86_400);
            snapshot = harness.snapshot(1, 1);
        }
        try (var harness = harness()) {
            harness.initializeState(snapshot);
            harness.open();
            harness.processWatermark(Watermark.MAX_WATERMARK);

            assertThat(harness.extractOutputValues())
                    .extracting(BrandScore::eventDay)
                    .containsExactly(
                            LocalDate.of(2026, 1, 6),
                            LocalDate.of(2026, 1, 9),
                            LocalDate.of(2026, 1, 12));
            assertThat(harness.extractOutputValues().get(0).reason())
                    .isEqualTo("quality moved it by +0.110, rating 0.50 to 1.00");
        }
    }

    @Test
    void termsCountFromTheirFirstDayOnEvenAfterARestore() throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = harness()) {
            harness.open();
            add(harness, PanelEntry.of(offer("A", START)), 0);
            add(harness, PanelEntry.of(terms(LocalDate.of(2026, 1, 11))), 86_400);
            harness.processWatermark(START.plusSeconds(6 * 86_400).toEpochMilli());
            snapshot = harness.snapshot(1, 1);

            // Margin 0.9 of 0.6 and an answer after one day, blended by 10 / 30 with 0.5.
            double live = (1 + 14 / 15.0) / 2;
            assertThat(willingness(harness)).isCloseTo(0.5 + (live - 0.5) / 3, within(1e-9));
        }
        try (var harness = harness()) {
            harness.initializeState(snapshot);
            harness.open();
            harness.processWatermark(Watermark.MAX_WATERMARK);

            // A cost factor of 0.9 rates 0.7; the first version makes it 20 / 40.
            double live = (1 + 14 / 15.0 + 0.7) / 3;
            assertThat(willingness(harness)).isCloseTo(0.5 + (live - 0.5) / 2, within(1e-9));
        }
    }

    @Test
    void streamsAndStateNeedNoKryo() {
        PlainTypes.register();
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(PanelEntry.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(BrandDossier.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(ExpertSheet.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(BrandScore.class);
    }

    private static void add(
            KeyedOneInputStreamOperatorTestHarness<String, PanelEntry, BrandScore> harness,
            PanelEntry entry,
            long seconds)
            throws Exception {
        harness.processElement(entry, START.plusSeconds(seconds).toEpochMilli());
    }

    private static BrandOffer offer(String brand, Instant time) {
        return new BrandOffer(
                "offer of " + brand,
                time,
                "test",
                brand,
                "toys",
                "S",
                5,
                BigDecimal.ONE,
                BigDecimal.TEN,
                "EUR",
                0.4,
                100,
                14);
    }

    private static BrandTerms terms(LocalDate validFrom) {
        return BrandTerms.plain(
                "terms",
                START.plusSeconds(86_400),
                "test",
                "A",
                "S",
                1,
                14,
                0,
                1,
                new BigDecimal("0.90"),
                100,
                7,
                validFrom,
                null);
    }

    /** Rating of the last score. */
    private static double willingness(
            KeyedOneInputStreamOperatorTestHarness<String, PanelEntry, BrandScore> harness) {
        List<BrandScore> scores = harness.extractOutputValues();
        return scores.get(scores.size() - 1).ratings()[BrandCriterion.WILLINGNESS.index()];
    }

    private static ExpertJudgement rating(String criterion, double value) {
        return new ExpertJudgement(criterion, START, "test", "x", "A", criterion, "", value);
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, PanelEntry, BrandScore> harness()
            throws Exception {
        Configuration options = new Configuration();
        options.set(RunOptions.TAIL_START, "2026-01-10");
        options.set(RunOptions.LAST_DAY, "2026-01-12");
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new BrandPanelFunction(BrandOptions.of(options))),
                entry -> "panel",
                Types.STRING);
    }
}
