package io.quartermaster.domain.brand;

import java.time.LocalDate;

/**
 * Live figures of one brand as of the end of a day.
 *
 * @param brand name of the brand
 * @param day last day known
 * @param category in which it has most items, empty if it has none
 * @param lasting sums with the long half-life, in the order of {@link BrandEvidence}
 * @param recentUnits units sold, with the short half-life
 * @param firstSale day of its first sale, null if it has not sold
 * @param items in the catalogue
 * @param newItems of them, launched lately
 * @param novelty mean over its items of 1 - cosine to the likest item of another brand, 0 to 1; NaN
 *     if no item's words are known
 */
public record BrandFigures(
        String brand,
        LocalDate day,
        String category,
        double[] lasting,
        double recentUnits,
        LocalDate firstSale,
        int items,
        int newItems,
        double novelty) {

    /** One of the sums. */
    public double sum(BrandEvidence evidence) {
        return lasting[evidence.index()];
    }
}
