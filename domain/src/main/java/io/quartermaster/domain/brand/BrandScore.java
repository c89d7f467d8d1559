package io.quartermaster.domain.brand;

import io.quartermaster.domain.event.BrandStage;
import java.time.LocalDate;

/**
 * The judgement of one brand as of the end of one day.
 *
 * @param brand name of the brand
 * @param eventDay last day known; the score holds from the day after
 * @param score 0 to 1
 * @param position 1 for the best brand of that day
 * @param cluster name of its cluster, empty if not clustered yet
 * @param stage where its cooperation stands
 * @param parts weight times rating of each criterion in the order of {@link BrandCriterion}; they
 *     sum to the score
 * @param ratings rating of each criterion, 0 to 1
 * @param evidence share of each rating that comes from live figures, 0 (judgements only) to 1
 * @param consistencyRatio of the criteria's judgements, Saaty
 * @param reason what moved the score, in words
 */
public record BrandScore(
        String brand,
        LocalDate eventDay,
        double score,
        int position,
        String cluster,
        BrandStage stage,
        double[] parts,
        double[] ratings,
        double[] evidence,
        double consistencyRatio,
        String reason) {

    /** The same, in a cluster. */
    public BrandScore inCluster(String name) {
        return with(position, name);
    }

    /** The same, at a position. */
    public BrandScore at(int place) {
        return with(place, cluster);
    }

    private BrandScore with(int place, String name) {
        return new BrandScore(
                brand,
                eventDay,
                score,
                place,
                name,
                stage,
                parts,
                ratings,
                evidence,
                consistencyRatio,
                reason);
    }
}
