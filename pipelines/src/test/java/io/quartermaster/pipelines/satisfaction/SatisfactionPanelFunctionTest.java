package io.quartermaster.pipelines.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.satisfaction.Evidence;
import io.quartermaster.domain.satisfaction.SatisfactionCause;
import io.quartermaster.domain.satisfaction.SatisfactionIndicator;
import io.quartermaster.domain.satisfaction.SatisfactionScore;
import io.quartermaster.domain.satisfaction.SatisfactionWeights;
import io.quartermaster.domain.satisfaction.WeightMethod;
import io.quartermaster.pipelines.event.PlainTypes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
class SatisfactionPanelFunctionTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int RATING = SatisfactionIndicator.RATING.index();

    @Test
    void drawsFewRatingsTowardsWhatWasUsualUpToTheDayBefore() throws Exception {
        try (var harness = harness(new Configuration())) {
            harness.open();
            add(harness, rated("a", 0, 100, 0.6));
            add(harness, rated("b", 0, 100, 0.8));
            add(harness, rated("few", 0, 1, 1));
            add(harness, rated("few", 1, 1, 1));
            harness.processWatermark(Watermark.MAX_WATERMARK);

            List<SatisfactionScore> scores = harness.extractOutputValues();
            assertThat(scores.get(2).indicators()[RATING]).isEqualTo(1);
            assertThat(scores.get(3).indicators()[RATING]).isBetween(0.7, 0.75);
            assertThat(scores.get(3).cause().since()).isEqualTo(FIRST);
            assertThat(scores.get(3).cause().main()).isEqualTo("rating");
        }
    }

    @Test
    void saysWhatAShiftBetweenCategoriesDid() throws Exception {
        try (var harness = harness(unshrunk())) {
            harness.open();
            add(harness, of("s", 0, Map.of("books", ratings(90, 0.9), "toys", ratings(10, 0.4))));
            add(harness, of("s", 1, Map.of("books", ratings(10, 0.9), "toys", ratings(90, 0.4))));
            harness.processWatermark(Watermark.MAX_WATERMARK);

            SatisfactionScore last = harness.extractOutputValues().get(1);
            assertThat(last.cause().change()).isCloseTo(-0.4, within(1e-12));
            assertThat(last.cause().mix()).isCloseTo(-0.4, within(1e-12));
            assertThat(last.cause().levels()[RATING]).isCloseTo(0, within(1e-12));
            assertThat(last.cause().main()).startsWith("mix:");
        }
    }

    @Test
    void weighsByFactorsOfWhatWasKnownTheDayBefore() throws Exception {
        try (var harness = harness(factor())) {
            harness.open();
            List<EntityEvidence> all = played(0, 3);
            for (EntityEvidence evidence : all) {
                add(harness, evidence);
            }
            harness.processWatermark(Watermark.MAX_WATERMARK);

            List<SatisfactionWeights> weights = weights(harness);
            assertThat(weights)
                    .extracting(SatisfactionWeights::method)
                    .containsExactly("given", "factor", "factor");
            assertThat(weights.get(1).note()).doesNotContain("asked for");
            assertThat(weights.get(1).weights()[SatisfactionIndicator.SPEED.index()]).isZero();
            assertThat(Arrays.stream(weights.get(1).weights()).sum()).isCloseTo(1, within(1e-9));
            assertThat(weights.get(2).alarm()).isFalse();
            assertThat(harness.extractOutputValues())
                    .filteredOn(score -> score.eventDay().equals(FIRST.plusDays(1)))
                    .allSatisfy(score -> addsUp(score.cause()));
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        List<EntityEvidence> first = played(0, 2);
        List<EntityEvidence> second = played(2, 4);
        List<String> expected;
        try (var harness = harness(factor())) {
            harness.open();
            for (EntityEvidence evidence : first) {
                add(harness, evidence);
            }
            for (EntityEvidence evidence : second) {
                add(harness, evidence);
            }
            harness.processWatermark(Watermark.MAX_WATERMARK);
            expected = text(harness);
        }
        OperatorSubtaskState snapshot;
        List<String> found = new ArrayList<>();
        try (var harness = harness(factor())) {
            harness.open();
            for (EntityEvidence evidence : first) {
                add(harness, evidence);
            }
            harness.processWatermark(time(1));
            found.addAll(text(harness));
            add(harness, second.get(0));
            snapshot = harness.snapshot(1, 1);
        }
        try (var harness = harness(factor())) {
            harness.initializeState(snapshot);
            harness.open();
            for (EntityEvidence evidence : second.subList(1, second.size())) {
                add(harness, evidence);
            }
            harness.processWatermark(Watermark.MAX_WATERMARK);
            found.addAll(text(harness));
        }

        assertThat(found).isEqualTo(expected);
    }

    @Test
    void streamsAndStateNeedNoKryo() {
        PlainTypes.register();
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(PanelState.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(KnownEntity.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(SatisfactionWeights.class);
    }

    private static void addsUp(SatisfactionCause cause) {
        assertThat(Arrays.stream(cause.levels()).sum() + cause.mix() + cause.weighting())
                .isCloseTo(cause.change(), within(1e-12));
    }

    private static Configuration factor() {
        Configuration options = unshrunk();
        options.set(SatisfactionOptions.WEIGHT_METHOD, WeightMethod.FACTOR);
        options.set(SatisfactionOptions.REVIEW_DAYS, 1);
        return options;
    }

    private static Configuration unshrunk() {
        Configuration options = new Configuration();
        options.set(SatisfactionOptions.SHRINK, false);
        return options;
    }

    /** Forty entities on each of these days, whose rates share a mood. */
    private static List<EntityEvidence> played(int from, int to) {
        List<EntityEvidence> all = new ArrayList<>();
        for (int day = from; day < to; day++) {
            Random random = new Random(day);
            for (int i = 0; i < 40; i++) {
                double mood = random.nextDouble();
                double[] sums = ratings(50, 0.3 + 0.5 * mood + 0.1 * random.nextDouble());
                sums[Evidence.PROMISES.index()] = 50;
                sums[Evidence.LATE.index()] = 12 * (1 - mood) * random.nextDouble();
                sums[Evidence.ORDERED_UNITS.index()] = 50;
                sums[Evidence.RETURNED_UNITS.index()] = 8 * (1 - mood) * random.nextDouble();
                all.add(of("e%02d".formatted(i), day, Map.of("toys", sums)));
            }
        }
        return all;
    }

    private static EntityEvidence rated(String entity, int day, double count, double mean) {
        return of(entity, day, Map.of("toys", ratings(count, mean)));
    }

    private static double[] ratings(double count, double mean) {
        double[] sums = new double[Evidence.COUNT];
        sums[Evidence.RATINGS.index()] = count;
        sums[Evidence.RATING_POINTS.index()] = count * mean;
        return sums;
    }

    private static EntityEvidence of(String entity, int day, Map<String, double[]> byCategory) {
        return EntityEvidence.of("seller", entity, FIRST.plusDays(day), byCategory);
    }

    private static long time(int day) {
        return FIRST.plusDays(day + 1).toEpochDay() * 86_400_000L - 1;
    }

    private static void add(
            KeyedOneInputStreamOperatorTestHarness<String, EntityEvidence, SatisfactionScore>
                    harness,
            EntityEvidence evidence)
            throws Exception {
        harness.processElement(
                evidence, time((int) (evidence.eventDay().toEpochDay() - FIRST.toEpochDay())));
    }

    private static List<SatisfactionWeights> weights(
            KeyedOneInputStreamOperatorTestHarness<String, EntityEvidence, SatisfactionScore>
                    harness) {
        return harness.getSideOutput(SatisfactionPanelFunction.WEIGHTS).stream()
                .map(StreamRecord::getValue)
                .toList();
    }

    private static List<String> text(
            KeyedOneInputStreamOperatorTestHarness<String, EntityEvidence, SatisfactionScore>
                    harness) {
        return harness.extractOutputValues().stream()
                .map(
                        score ->
                                score.entity()
                                        + score.eventDay()
                                        + score.score()
                                        + Arrays.toString(score.parts())
                                        + (score.cause() == null
                                                ? ""
                                                : score.cause().main() + score.cause().change()))
                .toList();
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, EntityEvidence, SatisfactionScore>
            harness(Configuration options) throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(
                        new SatisfactionPanelFunction(SatisfactionOptions.of(options))),
                EntityEvidence::entityKind,
                Types.STRING);
    }
}
