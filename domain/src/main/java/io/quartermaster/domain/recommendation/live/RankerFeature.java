package io.quartermaster.domain.recommendation.live;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a trained ranker may ask of a candidate, all as of the time of the list. What is not known
 * has the stated default, in training as in serving.
 */
public enum RankerFeature {
    /** Sum of w(j,i) r(u,j) over the customer's own items. */
    NEIGHBOURS,
    /** Sum of cos(j,i) r(u,j), 0 where many have bought it. */
    CONTENT,
    /** Buyers / (customers + 1). */
    POPULARITY,
    /** What the blend makes of these, with what low stock takes off. */
    SCORE,
    /** How many items the customer has, of those that count. */
    OWN_ITEMS,
    /** Share of the customer's strength that lies in the item's category, 0 to 1. */
    CATEGORY_SHARE,
    /** Share of the customer's strength that lies in the item's brand, 0 to 1. */
    BRAND_SHARE,
    /** Logarithm to base 2 of 1 + list price; 0 if not known. */
    PRICE,
    /** Days since its launch, 0 to 365; 365 if not known. */
    AGE_DAYS,
    /** S of its brand, 0 to 1; 0.5 if not known. */
    SATISFACTION,
    /** Score of its brand, 0 to 1; 0 if not known. */
    BRAND_SCORE,
    /** Logarithm to base 2 of 1 + units forecast over the horizon; 0 if not known. */
    DEMAND,
    /**
     * Logarithm to base 2 of what is forecast for the second half of the horizon over the first,
     * one unit added to each, within -4 and 4; 0 if not known.
     */
    TREND,
    /** Days until stock runs out at the forecast rate, 0 to 365; 365 if not known. */
    DAYS_LEFT;

    /** As columns and models spell it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All names, in their order. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(RankerFeature::label).toList();
    }
}
