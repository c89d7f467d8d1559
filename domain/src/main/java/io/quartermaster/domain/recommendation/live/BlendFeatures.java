package io.quartermaster.domain.recommendation.live;

import java.util.List;

/**
 * What the parts of an item's score are before they are weighted.
 *
 * @param neighbours sum of w(j,i) r(u,j) over the customer's own items j
 * @param content sum of cos(j,i) r(u,j) where few have bought it, else 0
 * @param popularity buyers / (customers + 1)
 */
public record BlendFeatures(double neighbours, double content, double popularity) {

    /** Those of one item for a customer. */
    public static BlendFeatures of(KnownItems known, List<OwnItem> own, String item) {
        int number = known.find(item);
        double neighbours = 0;
        double content = 0;
        for (OwnItem held : own) {
            neighbours += known.neighbours(held.item()).weightOf(number) * held.strength();
            content += known.content(held.item()).weightOf(number) * held.strength();
        }
        boolean isNew = number >= 0 && !known.isEstablished(number);
        double popularity = known.buyers(item) / (known.customers() + 1.0);
        return new BlendFeatures(neighbours, isNew ? content : 0, popularity);
    }
}
