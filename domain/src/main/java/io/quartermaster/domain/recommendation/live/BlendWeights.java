package io.quartermaster.domain.recommendation.live;

/**
 * What each part of a score counts. A score is neighbours * sum of w(j,i) r(u,j) + content * sum of
 * cos(j,i) r(u,j) + popularity * buyers / (customers + 1).
 *
 * @param neighbours weight of what customers' own items carry, 0 or more
 * @param content weight of what is alike by the catalogue, 0 or more
 * @param popularity weight of how many bought it, 0 or more
 */
public record BlendWeights(double neighbours, double content, double popularity) {

    /** Before anything is learnt. */
    public static final BlendWeights PRIOR = new BlendWeights(1, 0.1, 0.1);

    /** What many have bought, and nothing else. */
    public static final BlendWeights POPULAR = new BlendWeights(0, 0, 1);
}
