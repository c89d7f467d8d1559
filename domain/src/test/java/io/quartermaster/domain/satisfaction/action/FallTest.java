package io.quartermaster.domain.satisfaction.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FallTest {

    private static final ActionTerms TERMS = ActionTerms.standard();

    /**
     * One entity alone: the rate of both windows is (23 + 23.5 / 301) / 301, its change 8 points,
     * 2.455 standard errors.
     */
    @Test
    void fallsBeyondItsErrors() {
        Fall fall = fall(new Counts(10, 200), new Counts(13, 100), 1);
        double rate = (23 + 23.5 / 301) / 301;
        double error = Math.sqrt(rate * (1 - rate) * (1 / 200.0 + 1 / 100.0));
        assertThat(fall.change()).isCloseTo(0.08, within(1e-12));
        assertThat(fall.error()).isCloseTo(error, within(1e-12));
        assertThat(fall.change() / fall.error()).isCloseTo(2.455, within(1e-3));
        assertThat(fall.falls()).isTrue();
        assertThat(fall.peersChange()).isNaN();
    }

    @Test
    void doesNotFallWithinThem() {
        assertThat(fall(new Counts(10, 200), new Counts(12, 100), 1).falls()).isFalse();
        assertThat(fall(new Counts(10, 200), new Counts(13, 100), 2).falls()).isFalse();
        assertThat(fall(new Counts(13, 100), new Counts(10, 200), 1).falls()).isFalse();
    }

    @Test
    void asksForEvidenceInBothWindows() {
        assertThat(
                        Fall.of(
                                Map.of("A", new Counts(0, 19)),
                                Map.of("A", new Counts(9, 50)),
                                1,
                                TERMS))
                .isEmpty();
        assertThat(Fall.of(Map.of("A", new Counts(0, 90)), Map.of(), 1, TERMS)).isEmpty();
    }

    @Test
    void takesNoiseForAFallOnceInAHundred() {
        SplittableRandom random = new SplittableRandom(7);
        int fallen = 0;
        int asked = 0;
        for (int round = 0; round < 400; round++) {
            Map<String, Counts> before = new HashMap<>();
            Map<String, Counts> now = new HashMap<>();
            for (int entity = 0; entity < 12; entity++) {
                double rate = 0.03 + 0.01 * entity;
                before.put("B" + entity, drawn(random, 400, rate));
                now.put("B" + entity, drawn(random, 200, rate));
            }
            for (Fall fall : Fall.of(before, now, 1, TERMS).values()) {
                fallen += fall.falls() ? 1 : 0;
                asked++;
            }
        }
        assertThat(asked).isEqualTo(4800);
        assertThat((double) fallen / asked).isLessThan(0.015);
    }

    @Test
    void findsTheOneThatTrulyFalls() {
        SplittableRandom random = new SplittableRandom(11);
        int found = 0;
        for (int round = 0; round < 200; round++) {
            Map<String, Counts> before = new HashMap<>();
            Map<String, Counts> now = new HashMap<>();
            for (int entity = 0; entity < 12; entity++) {
                before.put("B" + entity, drawn(random, 400, 0.08));
                now.put("B" + entity, drawn(random, 200, entity == 0 ? 0.2 : 0.08));
            }
            found += Fall.of(before, now, 1, TERMS).get("B0").falls() ? 1 : 0;
        }
        assertThat(found).isGreaterThan(160);
    }

    private static Counts drawn(SplittableRandom random, int trials, double rate) {
        int events = 0;
        for (int i = 0; i < trials; i++) {
            events += random.nextDouble() < rate ? 1 : 0;
        }
        return new Counts(events, trials);
    }

    private static Fall fall(Counts before, Counts now, double phi) {
        return Fall.of(Map.of("A", before), Map.of("A", now), phi, TERMS).get("A");
    }
}
