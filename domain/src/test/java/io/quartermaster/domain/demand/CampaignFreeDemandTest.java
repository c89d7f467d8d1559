package io.quartermaster.domain.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CampaignFreeDemandTest {

    /** Factors 2/3 and 4/3, level 24 / 8 = 3. */
    @Test
    void goesOnWithLevelAndSeason() {
        double[] units = {2, 4, 2, 4, 2, 4, 2, 4, 9, 9, 2};
        boolean[] isCampaign = new boolean[units.length];
        isCampaign[8] = true;
        isCampaign[9] = true;
        CampaignFreeDemand base = new CampaignFreeDemand(units, isCampaign, 2);
        assertThat(base.isEnough(8)).isTrue();
        assertThat(base.base(8, 10)).containsExactly(new double[] {2, 4}, within(1e-12));
        assertThat(base.withoutCampaigns())
                .containsExactly(new double[] {2, 4, 2, 4, 2, 4, 2, 4, 2, 4, 2}, within(1e-12));
    }

    @Test
    void leavesOutWhatAnEarlierCampaignTouched() {
        double[] units = {10, 10, 50, 10, 90};
        boolean[] isCampaign = {false, false, true, false, true};
        CampaignFreeDemand base = new CampaignFreeDemand(units, isCampaign, 1);
        assertThat(base.baseAt(4)).isEqualTo(10);
        assertThat(base.cleanSteps(0, 5)).containsExactly(0, 1, 3);
    }

    @Test
    void keepsTheUnitsWhereNothingCleanIsKnownBefore() {
        double[] units = {7, 9, 9};
        boolean[] isCampaign = {true, true, false};
        CampaignFreeDemand base = new CampaignFreeDemand(units, isCampaign, 7);
        assertThat(base.withoutCampaigns()).containsExactly(7, 9, 9);
        assertThat(base.isEnough(2)).isFalse();
    }
}
