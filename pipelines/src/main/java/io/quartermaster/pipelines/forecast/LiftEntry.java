package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.event.Campaign;
import io.quartermaster.domain.event.CatalogueItem;

/**
 * What measuring campaigns goes by: a campaign, a row of the catalogue or a window. Exactly one of
 * them is there.
 *
 * @param brand of the campaign, row or window; empty while a window's is not known
 * @param unitCost of the window's item, 0 if it is not known
 * @param campaign a campaign
 * @param row a row of the catalogue
 * @param window a window
 */
public record LiftEntry(
        String brand, double unitCost, Campaign campaign, CatalogueItem row, DemandWindow window) {

    static LiftEntry of(Campaign campaign) {
        return new LiftEntry(campaign.brand(), 0, campaign, null, null);
    }

    static LiftEntry of(CatalogueItem row) {
        return new LiftEntry(row.brand(), row.unitCost().doubleValue(), null, row, null);
    }

    static LiftEntry of(DemandWindow window) {
        return new LiftEntry("", 0, null, null, window);
    }

    /**
     * The window, joined with its item's brand and cost; null if there is no row of it yet, or one
     * without a brand: a campaign is always of a brand, so the window is of none.
     */
    LiftEntry joined(LiftEntry ofRow) {
        return ofRow == null || ofRow.brand.isEmpty()
                ? null
                : new LiftEntry(ofRow.brand, ofRow.unitCost, null, null, window);
    }

    /** The item of a row or window. */
    String item() {
        return row != null ? row.item() : window.item();
    }

    /** Orders what is told of an item at one time: rows first, then windows by revision. */
    String order() {
        return row != null ? "0" + row.id() : "1" + window.order();
    }
}
