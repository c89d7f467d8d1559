package io.quartermaster.pipelines.demand;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.event.Campaign;
import io.quartermaster.domain.event.CatalogueItem;

/**
 * What marking windows goes by: a campaign, a row of the catalogue or a window. Exactly one of them
 * is there.
 *
 * @param item the item that a campaign or a window is of, empty for a campaign of a whole brand
 * @param campaign a campaign
 * @param row a row of the catalogue
 * @param window a window
 */
public record CampaignNews(String item, Campaign campaign, CatalogueItem row, DemandWindow window) {

    static CampaignNews of(Campaign campaign) {
        return new CampaignNews("", campaign, null, null);
    }

    static CampaignNews of(CatalogueItem row) {
        return new CampaignNews(row.item(), null, row, null);
    }

    static CampaignNews of(DemandWindow window) {
        return new CampaignNews(window.item(), null, null, window);
    }

    /** The campaign, told to one item of its brand. */
    CampaignNews to(String toItem) {
        return new CampaignNews(toItem, campaign, null, null);
    }

    /** The brand that a campaign or a row of the catalogue names. */
    String brand() {
        return campaign != null ? campaign.brand() : row.brand();
    }

    /** Orders what is told at one time: rows first, then campaigns, then windows by revision. */
    String order() {
        if (row != null) {
            return "0" + row.id();
        }
        return campaign != null ? "1" + campaign.id() : "2" + window.order();
    }
}
