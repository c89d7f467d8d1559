package io.quartermaster.pipelines.demand;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.event.CatalogueItem;

/**
 * What effects on demand are learnt from: a row of the catalogue, or a window. Exactly one of them
 * is there.
 *
 * @param category of a window's item, empty until it is joined or if not known
 * @param row a row of the catalogue
 * @param window a window
 */
public record EffectNews(String category, CatalogueItem row, DemandWindow window) {

    static EffectNews of(CatalogueItem row) {
        return new EffectNews("", row, null);
    }

    static EffectNews of(DemandWindow window) {
        return new EffectNews("", null, window);
    }

    /** The window, of an item of this category. */
    EffectNews in(String newCategory) {
        return new EffectNews(newCategory, null, window);
    }

    String item() {
        return row == null ? window.item() : row.item();
    }

    /**
     * Orders what is told at one time: rows first, then windows by day, item, place and revision.
     */
    String order() {
        return row != null
                ? "0" + row.id()
                : "1%s|%s|%s|%09d"
                        .formatted(window.day(), window.item(), window.place(), window.revision());
    }
}
