package io.quartermaster.domain.brand;

/**
 * One step of agglomerative clustering: two clusters become one. Points are the clusters 0 to n -
 * 1; step i (from 0) makes the cluster n + i, as in SciPy's linkage matrix.
 *
 * @param first one of them
 * @param second the other
 * @param distance between them, 0 or more
 */
public record ClusterMerge(int first, int second, double distance) {}
