package io.quartermaster.pipelines.brand;

import io.quartermaster.domain.brand.ClusterNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

/**
 * Runs Flink ML's agglomerative clustering (Ward's linkage, Euclidean) over tables of ratings, all
 * in one job. Its environment is its own and not strict: Flink ML sets no uids and keeps its
 * vectors as generic types; it streams over bounded input, since batch mode fails inside it.
 */
final class LinkageJob {

    private static final String TABLE = "table";
    private static final String BRAND = "brand";
    private static final String FEATURES = "features";
    private static final String LABEL = "label";

    private LinkageJob() {}

    /**
     * The label of each brand, table by table.
     *
     * @param clusters number of clusters; 0 for the rule of {@link ClusterNames#count}
     */
    static List<Map<String, Integer>> labels(List<RatingTable> tables, int clusters)
            throws Exception {
        List<Map<String, Integer>> labels = new ArrayList<>();
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironment(1);
        environment.setRuntimeMode(RuntimeExecutionMode.STREAMING);
        StreamTableEnvironment tableEnvironment = StreamTableEnvironment.create(environment);
        DataStream<Row> all = null;
        for (int i = 0; i < tables.size(); i++) {
            labels.add(new TreeMap<>());
            int brands = tables.get(i).brands().size();
            int count = Math.min(brands, clusters > 0 ? clusters : ClusterNames.count(brands));
            if (count < 2) {
                tables.get(i).brands().forEach(brand -> labelOf(labels, brand, 0));
                continue;
            }
            DataStream<Row> one =
                    tableEnvironment.toDataStream(
                            clustering(count)
                                    .transform(input(environment, tableEnvironment, i, tables))[0]);
            all = all == null ? one : all.union(one);
        }
        if (all != null) {
            collect(all, tables, labels);
        }
        return labels;
    }

    private static void labelOf(List<Map<String, Integer>> labels, String brand, int label) {
        labels.get(labels.size() - 1).put(brand, label);
    }

    private static AgglomerativeClustering clustering(int count) {
        return new AgglomerativeClustering()
                .setLinkage("ward")
                .setNumClusters(count)
                .setFeaturesCol(FEATURES)
                .setPredictionCol(LABEL);
    }

    private static Table input(
            StreamExecutionEnvironment environment,
            StreamTableEnvironment tableEnvironment,
            int number,
            List<RatingTable> tables) {
        List<double[]> ratings = tables.get(number).ratings();
        List<Row> rows = new ArrayList<>();
        for (int brand = 0; brand < ratings.size(); brand++) {
            rows.add(Row.of(number, brand, new DenseVector(ratings.get(brand))));
        }
        return tableEnvironment.fromDataStream(
                environment.fromData(
                        rows,
                        Types.ROW_NAMED(
                                new String[] {TABLE, BRAND, FEATURES},
                                Types.INT,
                                Types.INT,
                                DenseVectorTypeInfo.INSTANCE)));
    }

    private static void collect(
            DataStream<Row> rows, List<RatingTable> tables, List<Map<String, Integer>> labels)
            throws Exception {
        CloseableIterator<Row> results = rows.executeAndCollect("brand-clustering");
        while (results.hasNext()) {
            Row row = results.next();
            int table = row.<Integer>getFieldAs(TABLE);
            int brand = row.<Integer>getFieldAs(BRAND);
            labels.get(table).put(tables.get(table).brands().get(brand), row.getFieldAs(LABEL));
        }
        results.close();
    }
}
