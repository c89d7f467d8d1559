package io.quartermaster.pipelines.brand;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.brand.BrandScore;
import io.quartermaster.domain.event.BrandStage;
import io.quartermaster.pipelines.event.PlainTypes;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the harness may be interrupted while it closes
class RatingTableFunctionTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 4);

    @Test
    void handsOnTheLastRatingsOfAllBrandsInTheOrderOfNames() throws Exception {
        try (var harness = harness()) {
            harness.open();
            add(harness, "B", DAY, 0.2);
            add(harness, "A", DAY, 0.1);
            harness.processWatermark(end(DAY));
            add(harness, "B", DAY.plusDays(7), 0.3);
            harness.processWatermark(end(DAY.plusDays(7)));

            assertThat(harness.extractOutputValues())
                    .extracting(row -> row.day() + " " + row.brand() + " " + row.parts()[0])
                    .containsExactly(
                            "2026-01-04 A 0.1",
                            "2026-01-04 B 0.2",
                            "2026-01-11 A 0.1",
                            "2026-01-11 B 0.3");
        }
    }

    @Test
    void aLateScoreWaitsForTheNextTable() throws Exception {
        try (var harness = harness()) {
            harness.open();
            add(harness, "A", DAY, 0.1);
            harness.processWatermark(end(DAY));
            add(harness, "B", DAY, 0.2);
            harness.processWatermark(end(DAY) + 1);
            assertThat(harness.extractOutputValues()).hasSize(1);

            add(harness, "A", DAY.plusDays(7), 0.3);
            harness.processWatermark(end(DAY.plusDays(7)));

            assertThat(harness.extractOutputValues())
                    .extracting(row -> row.day() + " " + row.brand())
                    .containsExactly("2026-01-04 A", "2026-01-11 A", "2026-01-11 B");
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = harness()) {
            harness.open();
            add(harness, "A", DAY, 0.1);
            harness.processWatermark(end(DAY));
            add(harness, "B", DAY.plusDays(7), 0.2);
            snapshot = harness.snapshot(1, 1);
        }
        try (var harness = harness()) {
            harness.initializeState(snapshot);
            harness.open();
            harness.processWatermark(end(DAY.plusDays(7)));

            assertThat(harness.extractOutputValues())
                    .extracting(row -> row.brand() + " " + row.parts()[0])
                    .containsExactly("A 0.1", "B 0.2");
        }
    }

    @Test
    void streamsAndStateNeedNoKryo() {
        PlainTypes.register();
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(RatingNews.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(RatedBrand.class);
    }

    private static void add(
            KeyedOneInputStreamOperatorTestHarness<String, RatingNews, RatedBrand> harness,
            String brand,
            LocalDate day,
            double rating)
            throws Exception {
        BrandScore score =
                new BrandScore(
                        brand,
                        day,
                        rating,
                        1,
                        "",
                        BrandStage.TRIAL,
                        new double[] {rating, 0, 0, 0, 0, 0, 0},
                        new double[7],
                        new double[7],
                        0,
                        "");
        harness.processElement(RatingNews.of(score), end(day));
    }

    private static long end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli() - 1;
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, RatingNews, RatedBrand> harness()
            throws Exception {
        Configuration options = new Configuration();
        options.set(BrandOptions.REVIEW_EVERY_DAYS, 1);
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new RatingTableFunction(ClusterOptions.of(options))),
                news -> "all",
                Types.STRING);
    }
}
