package io.quartermaster.pipelines.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.brand.BrandCluster;
import io.quartermaster.domain.brand.BrandPrior;
import io.quartermaster.domain.brand.BrandRates;
import io.quartermaster.domain.event.BrandOffer;
import io.quartermaster.domain.satisfaction.EntitySums;
import io.quartermaster.domain.satisfaction.Evidence;
import io.quartermaster.domain.satisfaction.SatisfactionRules;
import io.quartermaster.pipelines.event.DayClock;
import io.quartermaster.pipelines.event.PlainTypes;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the harness may be interrupted while it closes
class BrandPriorFunctionTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Test
    void aNewBrandExpectsWhatItsClusterHasShown() throws Exception {
        try (var harness = harness()) {
            harness.open();
            tellMarket(harness);
            harness.processWatermark(end(DAY));

            BrandPrior fresh = of(harness, "New");
            assertThat(fresh.eventDay()).isEqualTo(DAY);
            assertThat(fresh.category()).isEqualTo("hats");
            assertThat(fresh.returnsEvidence()).isZero();
            assertThat(fresh.returnsExpected()).isCloseTo(0.021, within(0.002));
            assertThat(of(harness, "Bad").returnsPrior()).isGreaterThan(0.02);
            assertThat(harness.extractOutputValues())
                    .extracting(BrandPrior::brand)
                    .containsExactly("Bad", "Good 1", "Good 2", "New", "Worse");
        }
    }

    @Test
    void evidenceOfADayCountsInThePriorsOfThatDay() throws Exception {
        try (var harness = harness()) {
            harness.open();
            tellMarket(harness);
            add(harness, PriorNews.of(evidence("New", DAY.plusDays(7), 100, 100)), 7);
            add(harness, PriorNews.of(new BrandCluster("New", "good", DAY.plusDays(7))), 7);
            harness.processWatermark(end(DAY.plusDays(7)));

            List<BrandPrior> told = harness.extractOutputValues();
            BrandPrior young = told.get(told.size() - 2);
            assertThat(young.brand()).isEqualTo("New");
            // Both good brands are alike, so the prior is worth their 400 units, a week older.
            double strength = 400 * Math.pow(2, -7 / 60.0);
            assertThat(young.returnsEvidence()).isCloseTo(100 / (100 + strength), within(1e-9));
            assertThat(young.returnsPrior()).isLessThan(0.03);
            assertThat(young.returnsExpected())
                    .isCloseTo(
                            (100 + strength * young.returnsPrior()) / (100 + strength),
                            within(1e-9));
        }
    }

    @Test
    void lateNewsWaitsForTheNextPriors() throws Exception {
        try (var harness = harness()) {
            harness.open();
            tellMarket(harness);
            harness.processWatermark(end(DAY));
            add(harness, PriorNews.of(evidence("New", DAY, 50, 100)), 0);
            assertThat(harness.extractOutputValues()).hasSize(5);

            add(harness, PriorNews.of(new BrandCluster("New", "good", DAY.plusDays(1))), 1);
            harness.processWatermark(end(DAY.plusDays(1)));

            assertThat(harness.extractOutputValues().get(8).returnsEvidence()).isPositive();
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = harness()) {
            harness.open();
            tellMarket(harness);
            snapshot = harness.snapshot(1, 1);
        }
        try (var harness = harness()) {
            harness.initializeState(snapshot);
            harness.open();
            harness.processWatermark(end(DAY));

            assertThat(of(harness, "New").returnsExpected()).isCloseTo(0.021, within(0.002));
        }
    }

    @Test
    void streamsAndStateNeedNoKryo() {
        PlainTypes.register();
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(PriorNews.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(BrandRates.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(BrandPrior.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(EntitySums.class);
    }

    private static void tellMarket(
            KeyedOneInputStreamOperatorTestHarness<String, PriorNews, BrandPrior> harness)
            throws Exception {
        add(harness, PriorNews.of(evidence("Good 1", DAY, 4, 200)), 0);
        add(harness, PriorNews.of(evidence("Good 2", DAY, 4, 200)), 0);
        add(harness, PriorNews.of(evidence("Bad", DAY, 26, 200)), 0);
        add(harness, PriorNews.of(evidence("Worse", DAY, 26, 200)), 0);
        add(harness, PriorNews.of(offer("New")), 0);
        for (String brand : List.of("Good 1", "Good 2", "New")) {
            add(harness, PriorNews.of(new BrandCluster(brand, "good", DAY)), 0);
        }
        for (String brand : List.of("Bad", "Worse")) {
            add(harness, PriorNews.of(new BrandCluster(brand, "poor", DAY)), 0);
        }
    }

    private static BrandPrior of(
            KeyedOneInputStreamOperatorTestHarness<String, PriorNews, BrandPrior> harness,
            String brand) {
        return harness.extractOutputValues().stream()
                .filter(prior -> prior.brand().equals(brand))
                .findFirst()
                .orElseThrow();
    }

    private static void add(
            KeyedOneInputStreamOperatorTestHarness<String, PriorNews, BrandPrior> harness,
            PriorNews news,
            int days)
            throws Exception {
        harness.processElement(news, end(DAY.plusDays(days)));
    }

    private static EntitySums evidence(
            String brand, LocalDate day, double returned, double ordered) {
        double[] sums = new double[Evidence.COUNT];
        sums[Evidence.ORDERED_UNITS.index()] = ordered;
        sums[Evidence.RETURNED_UNITS.index()] = returned;
        return new EntitySums("brand", brand, day, "hats", sums);
    }

    private static BrandOffer offer(String brand) {
        return new BrandOffer(
                brand,
                Instant.parse(DAY + "T08:00:00Z"),
                "test",
                brand,
                "hats",
                "S",
                5,
                BigDecimal.ONE,
                BigDecimal.TEN,
                "EUR",
                0.4,
                100,
                14);
    }

    private static long end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli() - 1;
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, PriorNews, BrandPrior> harness()
            throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(
                        new BrandPriorFunction(
                                SatisfactionRules.standard(), new DayClock(ZoneOffset.UTC, null))),
                news -> "all",
                Types.STRING);
    }
}
