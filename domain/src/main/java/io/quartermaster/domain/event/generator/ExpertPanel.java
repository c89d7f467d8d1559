package io.quartermaster.domain.event.generator;

import io.quartermaster.domain.event.ExpertJudgement;

/**
 * Three experts. Each compares the criteria on Saaty's scale (rounded ratios of weights that the
 * expert holds, so nearly consistent), and rates brands near what they truly are.
 */
final class ExpertPanel {

    private static final String SOURCE = "experts";
    private static final int EXPERTS = 3;
    private static final double RATING_NOISE = 0.06;
    private static final String[] CRITERIA = {
        "awareness",
        "market_potential",
        "innovation",
        "supply_capability",
        "quality",
        "willingness",
        "satisfaction"
    };
    private static final double[] WEIGHTS = {0.10, 0.12, 0.10, 0.18, 0.22, 0.08, 0.20};

    private final MarketplaceOptions options;

    ExpertPanel(MarketplaceOptions options) {
        this.options = options;
    }

    /** Every expert compares every pair of criteria on the first morning. */
    void compare(EventLog log) {
        for (int expert = 1; expert <= EXPERTS; expert++) {
            double[] weights = weights(expert);
            for (int i = 0; i < CRITERIA.length; i++) {
                for (int j = i + 1; j < CRITERIA.length; j++) {
                    log.add(
                            new ExpertJudgement(
                                    "pair-%d-%d-%d".formatted(expert, i, j),
                                    log.hour(0, 6 + expert),
                                    SOURCE,
                                    "expert-" + expert,
                                    "",
                                    CRITERIA[i],
                                    CRITERIA[j],
                                    onSaatysScale(weights[i] / weights[j])));
                }
            }
        }
    }

    /** Every expert rates a brand on every criterion. */
    void rate(EventLog log, BrandProfile brand, double innovation, int day) {
        double[] truth = truth(brand, innovation);
        for (int expert = 1; expert <= EXPERTS; expert++) {
            Draws draws = Draws.of(options.seed(), "rating", brand.index(), day, expert);
            for (int i = 0; i < CRITERIA.length; i++) {
                double rating = truth[i] + RATING_NOISE * draws.normal();
                double rounded = Math.round(100 * Math.max(0, Math.min(1, rating))) / 100.0;
                log.add(
                        new ExpertJudgement(
                                "rating-%d-%d-%d-%d".formatted(brand.index(), day, expert, i),
                                log.hour(day, 12 + expert),
                                SOURCE,
                                "expert-" + expert,
                                brand.name(),
                                CRITERIA[i],
                                "",
                                rounded));
            }
        }
    }

    private double[] truth(BrandProfile brand, double innovation) {
        Draws draws = Draws.of(options.seed(), "promise", brand.index());
        boolean promising = brand.index() == 0;
        return new double[] {
            brand.awareness(),
            promising ? 0.8 : draws.between(0.3, 0.9),
            innovation,
            brand.supply(),
            brand.quality(),
            promising ? 0.85 : draws.between(0.3, 0.95),
            0.2 + 0.7 * brand.quality()
        };
    }

    private double[] weights(int expert) {
        Draws draws = Draws.of(options.seed(), "expert", expert);
        double[] weights = WEIGHTS.clone();
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= draws.between(0.85, 1.15);
        }
        return weights;
    }

    private static double onSaatysScale(double ratio) {
        return ratio >= 1
                ? Math.min(9, Math.round(ratio))
                : 1.0 / Math.min(9, Math.round(1 / ratio));
    }
}
