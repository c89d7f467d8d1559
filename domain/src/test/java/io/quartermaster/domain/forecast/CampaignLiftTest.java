package io.quartermaster.domain.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.demand.CampaignFreeDemand;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CampaignLiftTest {

    private static final int WEEK = 7;
    private static final double[] PATTERN = {8, 6, 6, 8, 10, 14, 18};

    @Test
    void measuresExactlyWhatWasAddedToAPlainWeek() {
        double[] units = weeks(12);
        boolean[] isCampaign = new boolean[units.length];
        add(units, isCampaign, 70, 77, 5);
        CampaignLift lift = CampaignLift.of(units, isCampaign, 70, 77, WEEK, 0.8);
        assertThat(lift.base()).isCloseTo(70, within(1e-9));
        assertThat(lift.lift()).isCloseTo(35, within(1e-9));
        assertThat(lift.low()).isCloseTo(35, within(1e-9));
        assertThat(lift.high()).isCloseTo(35, within(1e-9));
        // Starts 28 to 63 have four weeks before them and end before the campaign.
        assertThat(lift.placebos()).isEqualTo(36);
    }

    @Test
    void keepsTheBaseCleanOfEarlierCampaigns() {
        double[] units = weeks(12);
        boolean[] isCampaign = new boolean[units.length];
        add(units, isCampaign, 50, 60, 100);
        add(units, isCampaign, 70, 77, 5);
        assertThat(CampaignLift.of(units, isCampaign, 70, 77, WEEK, 0.8).lift())
                .isCloseTo(35, within(1e-9));
        double[] clean = new CampaignFreeDemand(units, isCampaign, WEEK).withoutCampaigns();
        double[] plain = weeks(12);
        for (int day = 0; day < plain.length; day++) {
            assertThat(clean[day]).isCloseTo(plain[day], within(1e-9));
        }
    }

    /** The law is known: Poisson units whose rate the campaign raises by 40 %. */
    @Test
    void coversTheTrueLiftAboutAsOftenAsItSays() {
        SplittableRandom random = new SplittableRandom(11);
        int covered = 0;
        double sum = 0;
        double truth = 0.4 * 70;
        for (int run = 0; run < 400; run++) {
            double[] units = new double[40 * WEEK];
            boolean[] isCampaign = new boolean[units.length];
            int from = 39 * WEEK;
            for (int day = 0; day < units.length; day++) {
                isCampaign[day] = day >= from;
                units[day] = poisson(random, PATTERN[day % WEEK] * (day >= from ? 1.4 : 1));
            }
            CampaignLift lift = CampaignLift.of(units, isCampaign, from, units.length, WEEK, 0.8);
            covered += lift.low() <= truth && truth <= lift.high() ? 1 : 0;
            sum += lift.lift();
        }
        assertThat(sum / 400).isCloseTo(truth, within(2.0));
        assertThat(covered / 400.0).isBetween(0.7, 0.88);
    }

    @Test
    void tellsNoIntervalWithoutEnoughPlacebos() {
        double[] units = weeks(5);
        boolean[] isCampaign = new boolean[units.length];
        add(units, isCampaign, 28, 35, 5);
        CampaignLift lift = CampaignLift.of(units, isCampaign, 28, 35, WEEK, 0.8);
        assertThat(lift.lift()).isCloseTo(35, within(1e-9));
        assertThat(lift.placebos()).isZero();
        assertThat(lift.low()).isNaN();
        assertThat(lift.high()).isNaN();
    }

    @Test
    void refusesACampaignWithoutHistory() {
        assertThatThrownBy(() -> CampaignLift.of(weeks(5), new boolean[35], 20, 27, WEEK, 0.8))
                .hasMessage(
                        "The 20 steps before a campaign are too few without campaigns.\nMaybe four seasons (of 7) of history are wanted, half of it clean.");
        assertThatThrownBy(() -> CampaignLift.of(weeks(5), new boolean[35], 30, 37, WEEK, 0.8))
                .hasMessageStartingWith("The steps (30 to 37) of a campaign must lie in");
        assertThatThrownBy(() -> CampaignLift.of(weeks(5), new boolean[35], 28, 35, WEEK, 1))
                .hasMessage("The level (1.0) must be above 0 and below 1.\nMaybe 0.8.");
    }

    private static double[] weeks(int weeks) {
        double[] units = new double[weeks * WEEK];
        for (int day = 0; day < units.length; day++) {
            units[day] = PATTERN[day % WEEK];
        }
        return units;
    }

    private static void add(double[] units, boolean[] isCampaign, int from, int to, double perDay) {
        for (int day = from; day < to; day++) {
            units[day] += perDay;
            isCampaign[day] = true;
        }
    }

    /** Knuth's: as many uniform numbers as keep their product above exp(-rate). */
    private static double poisson(SplittableRandom random, double rate) {
        double limit = Math.exp(-rate);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }
}
