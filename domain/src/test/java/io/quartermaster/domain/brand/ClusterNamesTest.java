package io.quartermaster.domain.brand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ClusterNamesTest {

    @Test
    void namesClustersInOrderOfTheirFirstMember() {
        assertThat(ClusterNames.keep(Map.of("A", 7, "B", 3, "C", 7), Map.of()))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("A", "cluster-1", "B", "cluster-2", "C", "cluster-1"));
    }

    @Test
    void aNewBrandDoesNotTakeTheOthersNames() {
        Map<String, String> previous = Map.of("B", "cluster-1", "C", "cluster-1", "D", "cluster-2");

        assertThat(ClusterNames.keep(Map.of("A", 1, "B", 0, "C", 0, "D", 1), previous))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "A",
                                "cluster-2",
                                "B",
                                "cluster-1",
                                "C",
                                "cluster-1",
                                "D",
                                "cluster-2"));
    }

    @Test
    void aClusterThatSharesWithNoneGetsANameNeverUsed() {
        Map<String, String> previous = Map.of("B", "cluster-1", "C", "cluster-2");

        assertThat(ClusterNames.keep(Map.of("A", 0, "B", 1, "C", 1), previous))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("A", "cluster-3", "B", "cluster-1", "C", "cluster-1"));
    }
}
