package io.quartermaster.pipelines.brand;

import io.quartermaster.domain.brand.ClusterMerge;
import io.quartermaster.pipelines.event.PlainTypes;
import org.apache.flink.api.common.time.Time;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.ml.clustering.agglomerativeclustering.AgglomerativeClustering;
import org.apache.flink.ml.common.window.EventTimeTumblingWindows;
import org.apache.flink.ml.linalg.DenseVector;
import org.apache.flink.ml.linalg.typeinfo.DenseVectorTypeInfo;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.Expressions;
import org.apache.flink.table.api.Schema;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.types.Row;

/**
 * Flink ML's agglomerative clustering (Ward's linkage, Euclidean) over a stream of tables: rows of
 * one event time are one table, clustered when the watermark has passed it.
 *
 * <p>Only the merges are used, since Flink ML takes the number of clusters before it has seen the
 * data. They come without event time, table after table in the order of time, n - 1 for a table of
 * n brands. Flink ML's operators carry no uids; they get theirs here, by their place.
 */
final class FlinkMlLinkage {

    private static final String FEATURES = "features";
    private static final String TIME = "rowtime";

    private FlinkMlLinkage() {}

    /**
     * The merges of each table.
     *
     * @param brands of parallelism 1, those of a table one after the other
     */
    static DataStream<ClusterMerge> merges(DataStream<RatedBrand> brands) {
        StreamExecutionEnvironment environment = brands.getExecutionEnvironment();
        StreamTableEnvironment tables = StreamTableEnvironment.create(environment);
        tables.getConfig().set("table.exec.uid.generation", "ALWAYS");
        Table merges = clustering().transform(features(brands, tables))[1];
        DataStream<Row> rows = tables.toDataStream(merges);
        giveUids(rows.getTransformation(), 0);
        return rows.map(
                        row ->
                                new ClusterMerge(
                                        row.<Integer>getFieldAs(0),
                                        row.<Integer>getFieldAs(1),
                                        row.<Double>getFieldAs(2)),
                        PlainTypes.of(ClusterMerge.class))
                .setParallelism(1)
                .name("cluster-merges")
                .uid("cluster-merges");
    }

    private static Table features(DataStream<RatedBrand> brands, StreamTableEnvironment tables) {
        DataStream<Row> vectors =
                brands.map(
                                brand -> Row.of(new DenseVector(brand.parts())),
                                Types.ROW_NAMED(
                                        new String[] {FEATURES}, DenseVectorTypeInfo.INSTANCE))
                        .setParallelism(1)
                        .name("rating-vectors")
                        .uid("rating-vectors");
        Schema schema =
                Schema.newBuilder()
                        .column(FEATURES, DataTypes.RAW(DenseVectorTypeInfo.INSTANCE))
                        .columnByMetadata(TIME, DataTypes.TIMESTAMP_LTZ(3))
                        .watermark(TIME, "SOURCE_WATERMARK()")
                        .build();
        // Selected, since Flink ML would declare a column of metadata twice.
        return tables.fromDataStream(vectors, schema).select(Expressions.$("*"));
    }

    @SuppressWarnings("deprecation") // Flink ML takes no other kind of time.
    private static AgglomerativeClustering clustering() {
        return new AgglomerativeClustering()
                .setLinkage("ward")
                .setNumClusters(1)
                .setComputeFullTree(true)
                .setWindows(EventTimeTumblingWindows.of(Time.milliseconds(1)))
                .setFeaturesCol(FEATURES)
                .setPredictionCol("cluster");
    }

    /** Names what has no name yet, from the last operator back to the first. */
    private static int giveUids(Transformation<?> transformation, int given) {
        int next = given;
        if (transformation.getUid() == null) {
            transformation.setUid("flink-ml-linkage-" + next);
            next++;
        }
        for (Transformation<?> input : transformation.getInputs()) {
            next = giveUids(input, next);
        }
        return next;
    }
}
