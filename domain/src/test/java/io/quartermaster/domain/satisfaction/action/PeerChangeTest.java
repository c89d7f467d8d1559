package io.quartermaster.domain.satisfaction.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PeerChangeTest {

    private static final Offset<Double> EXACT = within(1e-12);

    @Test
    void findsNoTrueSpreadWhereErrorsTellAll() {
        PeerChange peers = PeerChange.of(new double[] {1, 2, 3}, new double[] {1, 1, 1});
        assertThat(peers.mean()).isCloseTo(2, EXACT);
        assertThat(peers.spread()).isZero();
        assertThat(peers.meanVariance()).isCloseTo(1.0 / 3, EXACT);
    }

    /** Q = 24, C = 2, so tau^2 = (24 - 2) / 2 = 11, and the mean has variance 12 / 3. */
    @Test
    void findsATrueSpread() {
        PeerChange peers = PeerChange.of(new double[] {0, 0, 6}, new double[] {1, 1, 1});
        assertThat(peers.mean()).isCloseTo(2, EXACT);
        assertThat(peers.spread()).isCloseTo(11, EXACT);
        assertThat(peers.meanVariance()).isCloseTo(4, EXACT);
        double[] drawn = peers.drawn(6, 1);
        assertThat(drawn[0]).isCloseTo(6 - 4.0 / 12, EXACT);
        assertThat(drawn[1]).isCloseTo(11.0 / 12 + 4.0 / 144, EXACT);
    }

    /** w = 100, 25, 50: fixed mean 37.5 / 175, Q = 26 / 7, C = 100. */
    @Test
    void weighsByErrors() {
        PeerChange peers =
                PeerChange.of(new double[] {0.1, 0.5, 0.3}, new double[] {0.01, 0.04, 0.02});
        assertThat(peers.spread()).isCloseTo((26.0 / 7 - 2) / 100, EXACT);
    }

    @Test
    void leavesAChangeAsItIsAmongTwo() {
        PeerChange two = PeerChange.of(new double[] {1, 5}, new double[] {1, 1});
        assertThat(two.drawn(5, 1)).containsExactly(5, 1);
    }
}
