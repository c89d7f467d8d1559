package io.quartermaster.pipelines.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.event.Delivery;
import io.quartermaster.domain.event.DeliveryDirection;
import io.quartermaster.domain.event.Feedback;
import io.quartermaster.domain.satisfaction.DecayCounter;
import io.quartermaster.domain.satisfaction.Evidence;
import io.quartermaster.domain.satisfaction.OpenPromise;
import io.quartermaster.domain.satisfaction.SatisfactionIndicator;
import io.quartermaster.domain.satisfaction.SatisfactionRules;
import io.quartermaster.domain.satisfaction.SatisfactionScore;
import io.quartermaster.domain.satisfaction.SatisfactionScoring;
import io.quartermaster.domain.satisfaction.action.EvidenceWindow;
import io.quartermaster.domain.satisfaction.action.Subject;
import io.quartermaster.domain.satisfaction.action.SubjectKind;
import io.quartermaster.domain.satisfaction.action.WeekNumber;
import io.quartermaster.pipelines.event.PlainTypes;
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
class SatisfactionFunctionTest {

    private static final int PUNCTUALITY = SatisfactionIndicator.PUNCTUALITY.index();

    @Test
    void scoresAtTheEndOfEachDayWithEvidence() throws Exception {
        try (var harness = harness()) {
            harness.open();
            add(harness, feedback("f2", "2026-01-02T09:00:00Z", 3));
            add(harness, feedback("f1", "2026-01-01T10:00:00Z", 5));
            harness.processWatermark(Watermark.MAX_WATERMARK);

            List<SatisfactionScore> scores = scores(harness);
            assertThat(scores)
                    .extracting(SatisfactionScore::eventDay)
                    .containsExactly(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 2));
            assertThat(scores.get(0).score()).isCloseTo(1, within(1e-12));
            assertThat(scores.get(1).score()).isBetween(0.74, 0.75);
            assertThat(scores.get(1).entityKind()).isEqualTo("seller");
        }
    }

    @Test
    void aPromiseThatPassesMakesTheDayAfterLate() throws Exception {
        try (var harness = harness()) {
            harness.open();
            add(harness, delivery("d1", "2026-01-01T10:00:00Z", "2026-01-03T18:00:00Z", null));
            harness.processWatermark(Watermark.MAX_WATERMARK);

            List<SatisfactionScore> scores = scores(harness);
            assertThat(scores).hasSize(1);
            assertThat(scores.get(0).eventDay()).isEqualTo(LocalDate.of(2026, 1, 3));
            assertThat(scores.get(0).indicators()[PUNCTUALITY]).isZero();
        }
    }

    @Test
    void aDeliveryInTimeKeepsItsPromise() throws Exception {
        try (var harness = harness()) {
            harness.open();
            add(harness, delivery("d1", "2026-01-01T10:00:00Z", "2026-01-03T18:00:00Z", null));
            add(
                    harness,
                    delivery(
                            "d2",
                            "2026-01-02T10:00:00Z",
                            "2026-01-03T18:00:00Z",
                            "2026-01-02T10:00:00Z"));
            harness.processWatermark(Watermark.MAX_WATERMARK);

            assertThat(scores(harness))
                    .extracting(score -> score.indicators()[PUNCTUALITY])
                    .containsOnly(1.0);
        }
    }

    @Test
    void handsOnEachWeekOfASeller() throws Exception {
        try (var harness = harness()) {
            harness.open();
            add(harness, feedback("f1", "2026-01-01T10:00:00Z", 5));
            add(harness, delivery("d1", "2026-01-02T10:00:00Z", "2026-01-04T18:00:00Z", null));
            add(harness, feedback("f2", "2026-01-05T00:00:00Z", 3));
            harness.processWatermark(Watermark.MAX_WATERMARK);

            List<EntityWeek> weeks =
                    harness.getSideOutput(SatisfactionFunction.WEEKS).stream()
                            .map(StreamRecord::getValue)
                            .toList();
            long first = WeekNumber.of(LocalDate.of(2026, 1, 4));
            assertThat(weeks).extracting(EntityWeek::week).containsExactly(first, first + 1);
            EvidenceWindow window = weeks.get(0).asWindow();
            assertThat(window.whole()[Evidence.RATINGS.index()]).isEqualTo(1);
            assertThat(window.whole()[Evidence.LATE.index()]).isEqualTo(1);
            Subject item = new Subject(SubjectKind.ITEM, "item");
            assertThat(window.subjects().get(item)[Evidence.LATE.index()]).isEqualTo(1);
            assertThat(harness.numKeyedStateEntries()).isPositive();
            assertThat(scores(harness))
                    .extracting(SatisfactionScore::eventDay)
                    .containsExactly(
                            LocalDate.of(2026, 1, 1),
                            LocalDate.of(2026, 1, 2),
                            LocalDate.of(2026, 1, 4),
                            LocalDate.of(2026, 1, 5));
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = harness()) {
            harness.open();
            add(harness, feedback("f1", "2026-01-01T10:00:00Z", 5));
            add(harness, delivery("d1", "2026-01-01T11:00:00Z", "2026-01-03T18:00:00Z", null));
            harness.processWatermark(Instant.parse("2026-01-02T00:00:00Z").toEpochMilli());
            add(harness, feedback("f2", "2026-01-03T09:00:00Z", 1));
            snapshot = harness.snapshot(1, 1);
        }
        try (var harness = harness()) {
            harness.initializeState(snapshot);
            harness.open();
            harness.processWatermark(Watermark.MAX_WATERMARK);

            List<SatisfactionScore> scores = scores(harness);
            assertThat(scores).hasSize(1);
            assertThat(scores.get(0).eventDay()).isEqualTo(LocalDate.of(2026, 1, 3));
            assertThat(scores.get(0).indicators()[PUNCTUALITY]).isZero();
            assertThat(scores.get(0).indicators()[SatisfactionIndicator.RATING.index()])
                    .isBetween(0.49, 0.5);
        }
    }

    @Test
    void streamsAndStateNeedNoKryo() {
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(OpenPromise.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(DecayCounter.class);
        PlainTypes.register();
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(Signal.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(EntitySignal.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(EntityEvidence.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(OrderFacts.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(SatisfactionScore.class);
    }

    private static List<SatisfactionScore> scores(
            KeyedOneInputStreamOperatorTestHarness<String, EntitySignal, EntityEvidence> harness) {
        SatisfactionScoring scoring = new SatisfactionScoring(SatisfactionRules.standard());
        return harness.extractOutputValues().stream()
                .map(
                        evidence ->
                                scoring.score(
                                                evidence.entityKind(),
                                                evidence.entity(),
                                                evidence.eventDay(),
                                                evidence.total())
                                        .orElseThrow())
                .toList();
    }

    private static void add(
            KeyedOneInputStreamOperatorTestHarness<String, EntitySignal, EntityEvidence> harness,
            Timed timed)
            throws Exception {
        harness.processElement(
                new EntitySignal("seller", "S", timed.signal), timed.time.toEpochMilli());
    }

    private static Timed feedback(String id, String time, int rating) {
        Instant at = Instant.parse(time);
        return new Timed(
                Signal.of(new Feedback(id, at, "test", "o", "", "S", "", rating, "", "")), at);
    }

    private static Timed delivery(String id, String time, String promised, String delivered) {
        Instant at = Instant.parse(time);
        Instant arrival = delivered == null ? null : Instant.parse(delivered);
        return new Timed(
                Signal.of(
                        new Delivery(
                                id,
                                at,
                                "test",
                                DeliveryDirection.OUTBOUND,
                                "order",
                                "item",
                                "main",
                                "S",
                                "",
                                2,
                                arrival == null ? 0 : 2,
                                Instant.parse(promised),
                                arrival)),
                at);
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, EntitySignal, EntityEvidence>
            harness() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(
                        new SatisfactionFunction(SatisfactionOptions.of(new Configuration()))),
                EntitySignal::key,
                Types.STRING);
    }

    private record Timed(Signal signal, Instant time) {}
}
