package io.quartermaster.domain.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.event.Campaign;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CampaignOverlapTest {

    private final Campaign known = campaign(2, "2024-03-01", "2024-03-07");

    @Test
    void acceptsTheFirstOfItsName() {
        assertThat(CampaignOverlap.objection(known, null)).isEmpty();
    }

    @Test
    void acceptsACorrection() {
        assertThat(CampaignOverlap.objection(campaign(3, "2024-03-01", "2024-03-05"), known))
                .isEmpty();
    }

    @Test
    void refusesASecondOfItsName() {
        assertThat(CampaignOverlap.objection(campaign(2, "2024-05-01", "2024-05-05"), known))
                .hasValue(
                        "The campaign (spring) of brand (Nordlicht), version 2 from 2024-05-01 to 2024-05-05, is known in version 2 from 2024-03-01 to 2024-03-07. Maybe a correction wants a higher version, or another campaign another name.");
        assertThat(CampaignOverlap.objection(campaign(1, "2024-03-01", "2024-03-05"), known))
                .isNotEmpty();
    }

    private static Campaign campaign(int version, String first, String last) {
        return Sample.campaign(
                version, LocalDate.parse(first), LocalDate.parse(last), BigDecimal.TEN, "EUR", 0.1);
    }
}
