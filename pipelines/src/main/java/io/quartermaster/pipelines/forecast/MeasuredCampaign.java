package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.event.Campaign;

/**
 * A campaign and how far its measuring has come.
 *
 * @param campaign its last version
 * @param dueMillis when it is measured next, {@link #NEVER} if nothing asks for it
 * @param measures how often this version was measured
 */
public record MeasuredCampaign(Campaign campaign, long dueMillis, int measures) {

    static final long NEVER = Long.MAX_VALUE;

    MeasuredCampaign due(long millis) {
        return new MeasuredCampaign(campaign, Math.min(millis, dueMillis), measures);
    }

    MeasuredCampaign measured() {
        return new MeasuredCampaign(campaign, NEVER, measures + 1);
    }

    /** Whether a window that changes changes what was measured. */
    boolean isChangedBy(BrandDay day) {
        return measures > 0
                && dueMillis == NEVER
                && !day.day().isAfter(campaign.endsOn())
                && isOf(day);
    }

    /** Whether a day is of an item and a place that the campaign is for. */
    boolean isOf(BrandDay day) {
        return campaign.isForItem(day.item()) && campaign.isForPlace(day.place());
    }
}
