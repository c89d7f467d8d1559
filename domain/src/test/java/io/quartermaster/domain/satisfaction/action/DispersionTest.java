package io.quartermaster.domain.satisfaction.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DispersionTest {

    /** Twelve weeks of 1 and 3 bad of 10: chi-square 12 (1 / 1.6) = 7.5 with 11 degrees. */
    @Test
    void comparesWeeksWithIndependentTrials() {
        Dispersion dispersion = new Dispersion();
        for (int week = 0; week < 12; week++) {
            dispersion.week(new Counts(week % 2 == 0 ? 1 : 3, 10));
        }
        dispersion.week(Counts.NONE);
        dispersion.endOfEntity();
        assertThat(dispersion.phi()).isCloseTo(7.5 / 11, within(1e-12));
    }

    @Test
    void believesInIndependenceWhereLittleIsKnown() {
        Dispersion dispersion = new Dispersion();
        dispersion.week(new Counts(0, 10));
        dispersion.week(new Counts(10, 10));
        dispersion.endOfEntity();
        assertThat(dispersion.phi()).isEqualTo(1);
    }
}
