package io.quartermaster.engines.flinkml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.ml.clustering.agglomerativeclustering.AgglomerativeClustering;
import org.apache.flink.ml.linalg.DenseVector;
import org.apache.flink.ml.linalg.typeinfo.DenseVectorTypeInfo;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.types.Row;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs Flink ML's clustering as a job on this Flink. */
class AgglomerativeClusteringTest {

    /** Points 0, 1, 3, 7 and 8.5 on a line; average linkage worked by hand. */
    @Test
    void mergesPointsOnALineAsWorkedByHand() throws Exception {
        double[][] points = {{0}, {1}, {3}, {7}, {8.5}};

        List<Merge> merges = merges(points, "average");

        assertThat(merges)
                .containsExactly(
                        new Merge(0, 1, 1.0), // cluster 5
                        new Merge(3, 4, 1.5), // cluster 6
                        new Merge(2, 5, 2.5), // (3 + 2) / 2: cluster 7
                        new Merge(6, 7, (7 + 6 + 4 + 8.5 + 7.5 + 5.5) / 6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"average", "ward", "complete", "single"})
    void mergesAsAnIndependentClusteringDoes(String linkage) throws Exception {
        double[][] points = drawn(23, 7, 42);

        List<Merge> merges = merges(points, linkage);
        List<Merge> expected = NaiveLinkage.merges(points, linkage);

        assertThat(merges).hasSize(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            assertThat(merges.get(i).low()).isEqualTo(expected.get(i).low());
            assertThat(merges.get(i).high()).isEqualTo(expected.get(i).high());
            assertThat(merges.get(i).distance())
                    .isCloseTo(expected.get(i).distance(), within(1e-12));
        }
    }

    @Test
    void labelsThePointsOfEachCluster() throws Exception {
        int[] labels = labels(new double[][] {{0}, {10}, {0.5}, {10.2}, {30}}, 3);

        assertThat(labels[0]).isEqualTo(labels[2]);
        assertThat(labels[1]).isEqualTo(labels[3]);
        assertThat(Arrays.stream(labels).distinct()).hasSize(3);
    }

    private static List<Merge> merges(double[][] points, String linkage) throws Exception {
        AgglomerativeClustering clustering =
                new AgglomerativeClustering()
                        .setLinkage(linkage)
                        .setComputeFullTree(true)
                        .setNumClusters(2);
        List<Merge> merges = new ArrayList<>();
        for (Row row : collected(clustering.transform(table(points))[1])) {
            merges.add(new Merge(row.getFieldAs(0), row.getFieldAs(1), row.getFieldAs(2)));
        }
        merges.sort(Comparator.comparingDouble(Merge::distance));
        return merges;
    }

    private static int[] labels(double[][] points, int clusters) throws Exception {
        AgglomerativeClustering clustering =
                new AgglomerativeClustering().setLinkage("ward").setNumClusters(clusters);
        int[] labels = new int[points.length];
        for (Row row : collected(clustering.transform(table(points))[0])) {
            int id = row.getFieldAs("id");
            labels[id] = row.getFieldAs("prediction");
        }
        return labels;
    }

    private static Table table(double[][] points) {
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironment(1);
        environment.setRuntimeMode(RuntimeExecutionMode.STREAMING);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < points.length; i++) {
            rows.add(Row.of(i, new DenseVector(points[i])));
        }
        DataStream<Row> stream =
                environment.fromData(
                        rows,
                        Types.ROW_NAMED(
                                new String[] {"id", "features"},
                                Types.INT,
                                DenseVectorTypeInfo.INSTANCE));
        return StreamTableEnvironment.create(environment).fromDataStream(stream);
    }

    private static List<Row> collected(Table table) throws Exception {
        List<Row> rows = new ArrayList<>();
        CloseableIterator<Row> results = table.execute().collect();
        results.forEachRemaining(rows::add);
        results.close();
        return rows;
    }

    private static double[][] drawn(int points, int dimensions, long seed) {
        Random random = new Random(seed);
        double[][] drawn = new double[points][dimensions];
        for (double[] point : drawn) {
            Arrays.setAll(point, i -> random.nextGaussian());
        }
        return drawn;
    }
}
