package io.quartermaster.pipelines.demand;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.event.CatalogueItem;

/**
 * What effects on demand are learnt from: a row of the catalogue, or a window. Exactly one of them
 * is there.
 *
 * @param category of the row, or of a window's item, empty until it is joined or if not known
 * @param row a row of the catalogue
 * @param window a window
 */
public record EffectNews(String category, CatalogueItem row, DemandWindow window) {

    static EffectNews of(CatalogueItem row) {
        return new EffectNews(row.category(), row, null);
    }

    static EffectNews of(DemandWindow window) {
        return new EffectNews("", null, window);
    }

    /** The window, of the category of its item's row; of none before the first row. */
    EffectNews joined(EffectNews ofRow) {
        return ofRow == null ? this : new EffectNews(ofRow.category, null, window);
    }

    String item() {
        return row == null ? window.item() : row.item();
    }

    /**
     * Orders what is told at one time: rows first, then windows by item, day, place and revision.
     */
    String order() {
        return row != null ? "0" + row.id() : "1" + window.item() + "|" + window.order();
    }
}
