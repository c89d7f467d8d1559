package io.quartermaster.engines.flinkml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinkTest {

    private static final String CLUSTERING =
            "org.apache.flink.ml.clustering.agglomerativeclustering.AgglomerativeClustering";

    @Test
    void everythingThatClusteringCallsIsThere() {
        assertThat(LinkChecker.faultsOf(CLUSTERING)).isEmpty();
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertThat(LinkChecker.faultsOf("org.apache.flink.ml.clustering.kmeans.KMeans"))
                .containsExactly("no class org/apache/flink/ml/clustering/kmeans/KMeans");
        assertThat(LinkChecker.faultsOf("org.apache.flink.ml.common.datastream.DataStreamUtils"))
                .as("its caches are of flink-ml-iteration, which nothing here calls")
                .anyMatch(fault -> fault.contains("ListStateWithCache"));
    }
}
