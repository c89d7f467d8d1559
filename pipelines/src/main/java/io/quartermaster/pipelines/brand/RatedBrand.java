package io.quartermaster.pipelines.brand;

import java.time.LocalDate;

/**
 * One brand in the table of ratings of a day.
 *
 * @param brand name of the brand
 * @param day last day known
 * @param parts weight times rating of its last score, in the order of the criteria
 */
public record RatedBrand(String brand, LocalDate day, double[] parts) {}
