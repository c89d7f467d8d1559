package io.quartermaster.pipelines.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.brand.ClusterMerge;
import io.quartermaster.pipelines.event.PlainTypes;
import io.quartermaster.pipelines.event.StrictEnvironment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;

/** Reference: {@code linkage(ratings, 'ward')} of SciPy on the same ratings. */
class FlinkMlLinkageTest {

    private static final double[][] RATINGS = {
        {0.918, 0.856, 0.739, 0.812, 0.872, 0.652, 0.811},
        {0.245, 0.542, 0.296, 0.222, 0.369, 0.466, 0.292},
        {0.601, 0.207, 0.969, 0.541, 0.567, 0.968, 0.56},
        {0.852, 0.816, 0.636, 0.785, 0.902, 0.595, 0.938},
        {0.218, 0.502, 0.3, 0.215, 0.332, 0.457, 0.327},
        {0.558, 0.182, 0.831, 0.546, 0.502, 0.867, 0.653},
        {0.901, 0.849, 0.72, 0.884, 0.843, 0.606, 0.881},
        {0.252, 0.481, 0.314, 0.188, 0.384, 0.475, 0.251},
        {0.644, 0.183, 0.967, 0.513, 0.565, 0.919, 0.625}
    };

    /** Distances of SciPy's merges. */
    private static final double[] DISTANCES = {
        0.07119691004531029,
        0.09921189444819603,
        0.10337149832843996,
        0.1172177460967408,
        0.19646882704388496,
        0.22231434201748354,
        1.6517792427157652,
        2.1496350077784525
    };

    private static final List<ClusterMerge> MERGES = new CopyOnWriteArrayList<>();

    @Test
    void mergesAsSciPyDoesTableAfterTable() throws Exception {
        MERGES.clear();
        StreamExecutionEnvironment environment = StrictEnvironment.local(2, new Configuration());
        FlinkMlLinkage.merges(tables(environment))
                .map(FlinkMlLinkageTest::seen, PlainTypes.of(ClusterMerge.class))
                .setParallelism(1)
                .uid("seen")
                .sinkTo(new DiscardingSink<>())
                .uid("end");

        environment.execute();

        assertThat(MERGES).hasSize(8 + 2);
        for (int i = 0; i < 8; i++) {
            assertThat(MERGES.get(i).distance()).isCloseTo(DISTANCES[i], within(1e-12));
        }
        assertThat(MERGES.subList(0, 8))
                .extracting(merge -> merge.first() + "+" + merge.second())
                .containsExactly("1+4", "2+8", "7+9", "0+6", "3+12", "5+10", "13+14", "11+15");
        // The second table: the first three brands, one of each kind.
        assertThat(MERGES.subList(8, 10))
                .extracting(merge -> merge.first() + "+" + merge.second())
                .containsExactly("0+2", "1+3");
    }

    private static DataStream<RatedBrand> tables(StreamExecutionEnvironment environment) {
        LocalDate first = LocalDate.of(2026, 1, 1);
        List<RatedBrand> rows = new ArrayList<>();
        for (int brand = 0; brand < 9; brand++) {
            rows.add(new RatedBrand("Brand " + brand, first, RATINGS[brand]));
        }
        for (int brand = 0; brand < 3; brand++) {
            rows.add(new RatedBrand("Brand " + brand, first.plusDays(1), RATINGS[brand]));
        }
        return environment
                .fromData(rows, PlainTypes.of(RatedBrand.class))
                .uid("rows")
                .assignTimestampsAndWatermarks(
                        WatermarkStrategy.<RatedBrand>forMonotonousTimestamps()
                                .withTimestampAssigner(
                                        (brand, before) ->
                                                (brand.day().toEpochDay() + 1) * 86_400_000L - 1))
                .setParallelism(1)
                .uid("times");
    }

    private static ClusterMerge seen(ClusterMerge merge) {
        MERGES.add(merge);
        return merge;
    }
}
