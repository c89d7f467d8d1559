package io.quartermaster.domain.brand;

import java.time.LocalDate;

/**
 * The cluster of one brand.
 *
 * @param brand name of the brand
 * @param cluster stable name of the cluster
 * @param eventDay last day known; it holds from the day after
 */
public record BrandCluster(String brand, String cluster, LocalDate eventDay) {}
