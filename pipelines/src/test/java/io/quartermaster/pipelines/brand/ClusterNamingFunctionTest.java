package io.quartermaster.pipelines.brand;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.brand.BrandCluster;
import io.quartermaster.domain.brand.ClusterMerge;
import io.quartermaster.pipelines.event.PlainTypes;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the harness may be interrupted while it closes
class ClusterNamingFunctionTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 4);

    @Test
    void takesBrandsAndMergesTableByTable() throws Exception {
        try (var harness = harness()) {
            harness.open();
            firstTable(harness);
            secondTable(harness);
            passBothTo(harness, end(DAY.plusDays(1)));

            assertThat(harness.extractOutputValues())
                    .extracting(row -> row.eventDay() + " " + row.brand() + " " + row.cluster())
                    .containsExactly(
                            "2026-01-04 A cluster-1",
                            "2026-01-04 B cluster-2",
                            "2026-01-04 C cluster-2",
                            "2026-01-05 A cluster-1",
                            "2026-01-05 B cluster-1",
                            "2026-01-05 C cluster-2");
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = harness()) {
            harness.open();
            firstTable(harness);
            passBothTo(harness, end(DAY));
            assertThat(harness.extractOutputValues()).hasSize(3);
            secondTable(harness);
            snapshot = harness.snapshot(1, 1);
        }
        try (var harness = harness()) {
            harness.initializeState(snapshot);
            harness.open();
            passBothTo(harness, end(DAY.plusDays(1)));

            assertThat(harness.extractOutputValues())
                    .extracting(BrandCluster::cluster)
                    .containsExactly("cluster-1", "cluster-1", "cluster-2");
        }
    }

    @Test
    void streamsAndStateNeedNoKryo() {
        PlainTypes.register();
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(ClusterMerge.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(BrandCluster.class);
    }

    /** B and C lie together. */
    private static void firstTable(
            KeyedTwoInputStreamOperatorTestHarness<String, RatedBrand, ClusterMerge, BrandCluster>
                    harness)
            throws Exception {
        brands(harness, DAY, 0, 0.9, 0.8);
        merge(harness, 1, 2, 0.1);
        merge(harness, 0, 3, 1.1);
    }

    /** B has moved over to A. */
    private static void secondTable(
            KeyedTwoInputStreamOperatorTestHarness<String, RatedBrand, ClusterMerge, BrandCluster>
                    harness)
            throws Exception {
        brands(harness, DAY.plusDays(1), 0, 0.1, 0.8);
        merge(harness, 0, 1, 0.1);
        merge(harness, 2, 3, 1.1);
    }

    private static void brands(
            KeyedTwoInputStreamOperatorTestHarness<String, RatedBrand, ClusterMerge, BrandCluster>
                    harness,
            LocalDate day,
            double... ratings)
            throws Exception {
        for (int i = 0; i < ratings.length; i++) {
            String name = String.valueOf((char) ('A' + i));
            RatedBrand brand = new RatedBrand(name, day, new double[] {ratings[i]});
            harness.processElement1(new StreamRecord<>(brand, end(day)));
        }
    }

    private static void merge(
            KeyedTwoInputStreamOperatorTestHarness<String, RatedBrand, ClusterMerge, BrandCluster>
                    harness,
            int first,
            int second,
            double distance)
            throws Exception {
        harness.processElement2(new StreamRecord<>(new ClusterMerge(first, second, distance)));
    }

    private static void passBothTo(
            KeyedTwoInputStreamOperatorTestHarness<String, RatedBrand, ClusterMerge, BrandCluster>
                    harness,
            long time)
            throws Exception {
        harness.processBothWatermarks(new Watermark(time));
    }

    private static long end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli() - 1;
    }

    private static KeyedTwoInputStreamOperatorTestHarness<
                    String, RatedBrand, ClusterMerge, BrandCluster>
            harness() throws Exception {
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                new KeyedCoProcessOperator<>(
                        new ClusterNamingFunction(ClusterOptions.of(new Configuration()))),
                brand -> "all",
                merge -> "all",
                Types.STRING);
    }
}
