package io.quartermaster.domain.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Reference: scipy.cluster.hierarchy.linkage (Ward) and fcluster of SciPy on the same ratings. */
class ClusterTreeTest {

    /** Ratings of nine brands of three kinds. */
    static final double[][] RATINGS = {
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

    private static final ClusterTree TREE =
            new ClusterTree(
                    9,
                    List.of(
                            new ClusterMerge(1, 4, 0.07119691004531029),
                            new ClusterMerge(2, 8, 0.09921189444819603),
                            new ClusterMerge(7, 9, 0.10337149832843996),
                            new ClusterMerge(0, 6, 0.1172177460967408),
                            new ClusterMerge(3, 12, 0.19646882704388496),
                            new ClusterMerge(5, 10, 0.22231434201748354),
                            new ClusterMerge(13, 14, 1.6517792427157652),
                            new ClusterMerge(11, 15, 2.1496350077784525)));

    @Test
    void cutsTheTreeWhereSciPyDoes() {
        assertThat(TREE.labels(1)).containsOnly(0);
        assertThat(TREE.labels(2)).containsExactly(0, 1, 0, 0, 1, 0, 0, 1, 0);
        assertThat(TREE.labels(3)).containsExactly(0, 1, 2, 0, 1, 2, 0, 1, 2);
        assertThat(TREE.labels(4)).containsExactly(0, 1, 2, 0, 1, 3, 0, 1, 2);
        assertThat(TREE.labels(5)).containsExactly(0, 1, 2, 3, 1, 4, 0, 1, 2);
        assertThat(TREE.labels(9)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void meanSilhouettesAreThoseOfTheDefinition() {
        assertThat(Silhouette.mean(RATINGS, TREE.labels(2)))
                .isCloseTo(0.6037309702904172, within(1e-12));
        assertThat(Silhouette.mean(RATINGS, TREE.labels(3)))
                .isCloseTo(0.8595636404134877, within(1e-12));
        assertThat(Silhouette.mean(RATINGS, TREE.labels(5)))
                .isCloseTo(0.489514212770791, within(1e-12));
    }

    @Test
    void theNaturalCountHasTheLargestSilhouette() {
        assertThat(TREE.naturalCount(RATINGS, 8)).isEqualTo(3);
        assertThat(TREE.naturalCount(RATINGS, 2)).isEqualTo(2);
    }

    @Test
    void withoutStructureThereIsOneCluster() {
        // Corners of a tetrahedron: all equally far apart.
        double[][] corners = {{1, 1, 1}, {1, -1, -1}, {-1, 1, -1}, {-1, -1, 1}};
        ClusterTree tree =
                new ClusterTree(
                        4,
                        List.of(
                                new ClusterMerge(0, 1, 2.8284),
                                new ClusterMerge(2, 3, 2.8284),
                                new ClusterMerge(4, 5, 2.8284)));

        assertThat(tree.naturalCount(corners, 3)).isEqualTo(1);
        assertThat(new ClusterTree(1, List.of()).naturalCount(new double[][] {{1}}, 5))
                .isEqualTo(1);
    }

    @Test
    void pointsInOnePlaceHaveNoSilhouette() {
        double[][] same = {{1, 1}, {1, 1}, {1, 1}};

        assertThat(Silhouette.mean(same, new int[] {0, 0, 1})).isZero();
    }

    @Test
    void refusesWhatIsNoTree() {
        assertThatThrownBy(() -> new ClusterTree(3, List.of()))
                .hasMessage("A tree over 3 points has 2 merges, not 0.");
        assertThatThrownBy(() -> TREE.labels(10))
                .hasMessage("The number of clusters (10) must be 1 to 9.");
        assertThatThrownBy(() -> Silhouette.mean(RATINGS, new int[9]))
                .hasMessage("A silhouette needs two clusters or more.");
    }
}
