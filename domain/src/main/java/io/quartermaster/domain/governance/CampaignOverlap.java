package io.quartermaster.domain.governance;

import io.quartermaster.domain.event.Campaign;
import java.util.Optional;

/**
 * Keeps out a second campaign under the name of an earlier one of the brand: one name must mean one
 * stretch of days. What corrects a campaign has a higher version.
 */
public final class CampaignOverlap {

    /** Name of the rule. */
    public static final String RULE = "campaign_overlap";

    private CampaignOverlap() {}

    /**
     * Why a campaign cannot be, empty if it can.
     *
     * @param known the version in force of the brand's campaign of this name, null if there is none
     */
    public static Optional<String> objection(Campaign campaign, Campaign known) {
        if (known == null || campaign.version() > known.version()) {
            return Optional.empty();
        }
        return Optional.of(
                "The campaign (%s) of brand (%s), version %d from %s to %s, is known in version %d from %s to %s. Maybe a correction wants a higher version, or another campaign another name."
                        .formatted(
                                campaign.campaign(),
                                campaign.brand(),
                                campaign.version(),
                                campaign.startsOn(),
                                campaign.endsOn(),
                                known.version(),
                                known.startsOn(),
                                known.endsOn()));
    }
}
