package io.quartermaster.engines.flinkml;

/**
 * Two clusters become one, numbered as SciPy does: points 0 to n - 1, merges from n on.
 *
 * @param low the lower number
 * @param high the higher number
 * @param distance between the two
 */
record Merge(int low, int high, double distance) {}
