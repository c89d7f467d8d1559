package io.quartermaster.domain.recommendation.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeldOutTest {

    /** Times run from 0 to 6 over the events. */
    private final Histories toy = Toy.histories();

    @Test
    void holdsTheLastOfEachUser() {
        HeldOut heldOut = HeldOut.lastOfEach(toy);
        assertThat(heldOut.training().of(Toy.BOB).items()).containsExactly(Toy.A, Toy.B);
        assertThat(heldOut.items(Toy.BOB)).containsExactly(Toy.C);
        assertThat(heldOut.users()).containsExactly(Toy.ANN, Toy.BOB, Toy.CID);
    }

    @Test
    void leavesAUserTheOnlyEvent() {
        HeldOut heldOut = HeldOut.lastOfEach(Toy.of("Ann a"));
        assertThat(heldOut.training().of(0).size()).isEqualTo(1);
        assertThat(heldOut.users()).isEmpty();
    }

    @Test
    void holdsWhatHappenedFromATimeOn() {
        HeldOut heldOut = HeldOut.from(toy, 4);
        assertThat(heldOut.training().of(Toy.BOB).items()).containsExactly(Toy.A, Toy.B);
        assertThat(heldOut.items(Toy.CID)).containsExactly(Toy.C, Toy.D);
        assertThat(heldOut.users()).containsExactly(Toy.BOB);
        assertThat(heldOut.newUsers()).isEqualTo(1);
        assertThat(HeldOut.timeOfLast(toy, 0.5)).isEqualTo(3);
    }

    @Test
    void drawsAShareOfEachUserTheSameEachTime() {
        HeldOut heldOut = HeldOut.drawn(LinearModelTest.random(1), 0.3, 5);
        HeldOut again = HeldOut.drawn(LinearModelTest.random(1), 0.3, 5);
        for (int user : heldOut.users()) {
            int held = heldOut.held().of(user).size();
            int kept = heldOut.training().of(user).size();
            assertThat(held).isEqualTo((int) Math.round(0.3 * (held + kept)));
            assertThat(again.items(user)).isEqualTo(heldOut.items(user));
        }
    }
}
