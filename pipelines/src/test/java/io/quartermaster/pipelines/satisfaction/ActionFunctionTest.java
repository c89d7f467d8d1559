package io.quartermaster.pipelines.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.event.ActionDecision;
import io.quartermaster.domain.event.ActionKind;
import io.quartermaster.domain.event.BrandAction;
import io.quartermaster.domain.satisfaction.Evidence;
import io.quartermaster.domain.satisfaction.SatisfactionWeights;
import io.quartermaster.domain.satisfaction.action.ActionEffect;
import io.quartermaster.domain.satisfaction.action.SatisfactionAction;
import io.quartermaster.domain.satisfaction.action.WeekNumber;
import io.quartermaster.pipelines.event.PlainTypes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
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
class ActionFunctionTest {

    /** A week at whose end proposals are made. */
    private static final long REVIEW = WeekNumber.of(LocalDate.of(2024, 6, 30)) / 4 * 4;

    private static final long FIRST = REVIEW - 11;
    private static final List<String> BRANDS = List.of("A", "B", "C", "D", "E");

    @Test
    void proposesAnActionAboutWhatFalls() throws Exception {
        try (var harness = harness()) {
            harness.open();
            fall(harness);
            harness.processWatermark(Watermark.MAX_WATERMARK);

            List<SatisfactionAction> proposals = harness.extractOutputValues();
            assertThat(proposals).hasSize(1);
            assertThat(proposals.get(0).entity()).isEqualTo("A");
            assertThat(proposals.get(0).indicator()).isEqualTo("punctuality");
            assertThat(proposals.get(0).action()).isEqualTo("change_carrier");
            assertThat(proposals.get(0).subject()).isEqualTo("place-1");
            assertThat(proposals.get(0).eventDay()).isEqualTo(WeekNumber.lastDay(REVIEW));
            assertThat(proposals.get(0).rateBefore()).isEqualTo(0.04);
            assertThat(proposals.get(0).rateNow()).isEqualTo(0.4);
        }
    }

    @Test
    void measuresWhatAnActionDidAgainstOthers() throws Exception {
        try (var harness = harness()) {
            harness.open();
            fall(harness);
            add(harness, action("a1", "A", ActionDecision.TAKEN), REVIEW + 1);
            add(harness, action("a2", "B", ActionDecision.DECLINED), REVIEW + 1);
            recover(harness, REVIEW + 1, REVIEW + 10);
            harness.processWatermark(Watermark.MAX_WATERMARK);

            List<ActionEffect> effects = effects(harness);
            assertThat(effects)
                    .extracting(ActionEffect::indicator)
                    .containsExactly("punctuality", "fill_rate", "speed", "score");
            ActionEffect row = effects.get(0);
            assertThat(row.actionId()).isEqualTo("a1");
            assertThat(row.eventDay()).isEqualTo(WeekNumber.lastDay(REVIEW + 10));
            // Before: four weeks of 1 of 25 and four of 10 of 25.
            assertThat(row.rateBefore()).isCloseTo(0.22, within(1e-12));
            assertThat(row.rateAfter()).isEqualTo(0.04);
            assertThat(row.peers()).isEqualTo(4);
            assertThat(row.effect()).isCloseTo(-0.18, within(1e-12));
            assertThat(row.verdict()).isEqualTo("better");
            assertThat(row.expected())
                    .isCloseTo(
                            harness.extractOutputValues().get(0).expectedRate() - 0.4,
                            within(1e-12));
            assertThat(effects.get(1).verdict()).isEqualTo("too little evidence");
        }
    }

    @Test
    void weighsByTheWeightsInForce() throws Exception {
        try (var harness = harness()) {
            harness.open();
            double[] weights = new double[10];
            weights[0] = 1;
            add(
                    harness,
                    ActionNews.of(
                            new SatisfactionWeights(
                                    "brand",
                                    WeekNumber.lastDay(FIRST),
                                    "factor",
                                    weights,
                                    5,
                                    1,
                                    0.5,
                                    0.5,
                                    1,
                                    false,
                                    "")),
                    FIRST);
            fall(harness);
            harness.processWatermark(Watermark.MAX_WATERMARK);

            // Returns bear all the weight, and nobody knows of any.
            assertThat(harness.extractOutputValues().get(0).expectedScore()).isNaN();
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        List<String> expected = new ArrayList<>();
        try (var harness = harness()) {
            harness.open();
            fall(harness);
            add(harness, action("a1", "A", ActionDecision.TAKEN), REVIEW + 1);
            recover(harness, REVIEW + 1, REVIEW + 10);
            harness.processWatermark(Watermark.MAX_WATERMARK);
            harness.extractOutputValues().forEach(row -> expected.add(row.toString()));
            effects(harness).forEach(row -> expected.add(row.toString()));
        }
        List<String> found = new ArrayList<>();
        OperatorSubtaskState snapshot;
        try (var harness = harness()) {
            harness.open();
            fall(harness);
            harness.processWatermark(endOf(REVIEW));
            add(harness, action("a1", "A", ActionDecision.TAKEN), REVIEW + 1);
            recover(harness, REVIEW + 1, REVIEW + 4);
            harness.processWatermark(endOf(REVIEW + 2));
            harness.extractOutputValues().forEach(row -> found.add(row.toString()));
            snapshot = harness.snapshot(1, 1);
        }
        try (var harness = harness()) {
            harness.initializeState(snapshot);
            harness.open();
            recover(harness, REVIEW + 5, REVIEW + 10);
            harness.processWatermark(Watermark.MAX_WATERMARK);
            harness.extractOutputValues().forEach(row -> found.add(row.toString()));
            effects(harness).forEach(row -> found.add(row.toString()));
        }
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void forgetsWhatNoWindowReaches() throws Exception {
        try (var harness = harness()) {
            harness.open();
            fall(harness);
            add(harness, action("a1", "A", ActionDecision.TAKEN), REVIEW + 1);
            recover(harness, REVIEW + 1, REVIEW + 60);
            harness.processWatermark(endOf(REVIEW + 60));
            // 18 weeks of five brands, one proposal.
            assertThat(harness.numKeyedStateEntries()).isLessThanOrEqualTo(6);
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    @Test
    void streamsAndStateNeedNoKryo() {
        PlainTypes.register();
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(EntityWeek.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(ActionNews.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(OpenAction.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(SatisfactionAction.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(ActionEffect.class);
    }

    @Test
    void addsWhatComesLateToItsWeek() {
        EntityWeek week = week("A", REVIEW, 2);
        EntityWeek both = week.plus(week);
        assertThat(both.asWindow().whole()[Evidence.LATE.index()]).isEqualTo(4);
        assertThat(both.subjects()).containsExactly("", "PLACE|place-1");
    }

    /** Eight weeks in which 1 of 25 is late, then four in which 10 of A's are. */
    private static void fall(Harness harness) throws Exception {
        for (long week = FIRST; week <= REVIEW; week++) {
            for (String brand : BRANDS) {
                boolean falls = brand.equals("A") && week > REVIEW - 4;
                add(harness, ActionNews.of(week(brand, week, falls ? 10 : 1)), week);
            }
        }
    }

    private static void recover(Harness harness, long from, long to) throws Exception {
        for (long week = from; week <= to; week++) {
            for (String brand : BRANDS) {
                add(harness, ActionNews.of(week(brand, week, 1)), week);
            }
        }
    }

    private static EntityWeek week(String brand, long week, double late) {
        double[] sums = new double[Evidence.COUNT];
        sums[Evidence.ORDER_LINES.index()] = 25;
        sums[Evidence.PROMISES.index()] = 25;
        sums[Evidence.LATE.index()] = late;
        TreeMap<String, double[]> rows = new TreeMap<>();
        rows.put("", sums);
        rows.put("PLACE|place-1", sums.clone());
        return EntityWeek.of("brand", brand, week, rows);
    }

    private static ActionNews action(String id, String brand, ActionDecision decision) {
        Instant monday =
                WeekNumber.lastDay(REVIEW).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return ActionNews.of(
                new BrandAction(
                        id,
                        monday.plusSeconds(3600),
                        "test",
                        brand,
                        ActionKind.CHANGE_CARRIER,
                        "place-1",
                        decision));
    }

    private static long endOf(long week) {
        return WeekNumber.lastDay(week).plusDays(1).toEpochDay() * 86_400_000L;
    }

    private static void add(Harness harness, ActionNews news, long week) throws Exception {
        long time = news.action() == null ? endOf(week) : news.action().time().toEpochMilli();
        harness.processElement(news, time);
    }

    private static List<ActionEffect> effects(Harness harness) {
        return harness.getSideOutput(ActionFunction.EFFECTS).stream()
                .map(StreamRecord::getValue)
                .toList();
    }

    private static Harness harness() throws Exception {
        return new Harness();
    }

    private static final class Harness
            extends KeyedOneInputStreamOperatorTestHarness<String, ActionNews, SatisfactionAction> {

        Harness() throws Exception {
            super(
                    new KeyedProcessOperator<>(
                            new ActionFunction(SatisfactionOptions.of(new Configuration()))),
                    ActionNews::entityKind,
                    Types.STRING);
        }
    }
}
