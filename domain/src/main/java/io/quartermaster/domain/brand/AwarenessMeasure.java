package io.quartermaster.domain.brand;

/**
 * How well a brand is known: mean of x / (1 + x) for x = its customers reached, its searches and
 * its views, each over the mean brand's; what the market tells of nobody is left out. n = views and
 * searches.
 */
final class AwarenessMeasure {

    private static final BrandEvidence[] PARTS = {
        BrandEvidence.REACHED, BrandEvidence.SEARCHES, BrandEvidence.VIEWS
    };
    private static final double[] WEIGHTS = {1, 1, 1};

    private AwarenessMeasure() {}

    static Measured of(BrandFigures figures, Market market) {
        double count = figures.sum(BrandEvidence.VIEWS) + figures.sum(BrandEvidence.SEARCHES);
        if (count <= 0) {
            return Measured.NOTHING;
        }
        double[] parts = new double[PARTS.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = Measured.half(market.relative(figures, PARTS[i]));
        }
        return new Measured(Measured.mean(parts, WEIGHTS), count);
    }
}
