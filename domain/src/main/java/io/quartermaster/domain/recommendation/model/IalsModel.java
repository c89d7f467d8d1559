package io.quartermaster.domain.recommendation.model;

/**
 * Implicit factors as a model.
 *
 * @param dimensions length of factors
 * @param regularisation l
 * @param unobserved a0, weight of a pair that is not there
 * @param sweeps over users and items
 * @param seed of the start
 */
public record IalsModel(
        int dimensions, double regularisation, double unobserved, int sweeps, long seed)
        implements RecommendationModel {

    @Override
    public ItemScorer fit(Histories histories) {
        return new FactorScorer(
                ImplicitFactors.fit(
                        histories, dimensions, regularisation, unobserved, sweeps, seed));
    }
}
