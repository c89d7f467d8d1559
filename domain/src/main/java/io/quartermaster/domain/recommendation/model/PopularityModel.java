package io.quartermaster.domain.recommendation.model;

/**
 * What everybody does: sum over an item's events of 2^(-age / half-life), over the number of users.
 *
 * @param halfLifeShare half-life as a share of the time that histories span; 0: nothing ages, and
 *     each user counts once for an item
 */
public record PopularityModel(double halfLifeShare) implements RecommendationModel {

    @Override
    public ItemScorer fit(Histories histories) {
        double[] shares = new double[histories.items()];
        double now = histories.lastTime();
        double halfLife = halfLifeShare * (now - histories.firstTime());
        for (int user = 0; user < histories.users(); user++) {
            UserHistory all = histories.of(user);
            UserHistory history = halfLife > 0 ? all : all.distinct();
            for (int i = 0; i < history.size(); i++) {
                double age = now - history.times()[i];
                double counts = halfLife > 0 ? Math.pow(2, -age / halfLife) : 1;
                shares[history.items()[i]] += counts / histories.users();
            }
        }
        return new Popularity(shares);
    }
}
