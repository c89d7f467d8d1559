package io.quartermaster.domain.brand;

/**
 * How much of a brand is new: mean of the share of its items launched lately and of the mean
 * novelty of its items, 1 - cosine to the likest item of another brand; either alone where the
 * other is not known. n = items. Before the first item, the share that its offer says is new to the
 * market.
 */
final class InnovationMeasure {

    private static final double[] WEIGHTS = {1, 1};

    private InnovationMeasure() {}

    static Measured of(BrandDossier dossier) {
        BrandFigures figures = dossier.figures();
        if (figures != null && figures.items() > 0) {
            double[] parts = {(double) figures.newItems() / figures.items(), figures.novelty()};
            return new Measured(Measured.mean(parts, WEIGHTS), figures.items());
        }
        return dossier.offer() == null
                ? Measured.NOTHING
                : new Measured(dossier.offer().newItemsShare(), dossier.offer().items());
    }
}
