package io.quartermaster.pipelines.brand;

import io.quartermaster.domain.brand.BrandDossier;

/** Puts an entry into the dossier of its brand. */
final class DossierEntries {

    private DossierEntries() {}

    static BrandDossier add(PanelEntry entry, BrandDossier dossier) {
        if (entry.offer() != null) {
            return dossier.with(entry.offer());
        }
        if (entry.terms() != null) {
            return dossier.with(entry.terms());
        }
        if (entry.step() != null) {
            return dossier.with(entry.step().stage());
        }
        if (entry.figures() != null) {
            return dossier.with(entry.figures());
        }
        return dossier.withSatisfaction(
                entry.satisfaction().score(), entry.satisfaction().support());
    }
}
