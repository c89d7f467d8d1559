package io.quartermaster.domain.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeliveryOutcomeTest {

    private static final long NEVER = Long.MAX_VALUE;

    @Test
    void isLateWhenItArrivesAfterThePromise() {
        assertThat(DeliveryOutcome.of(promise(100, 101, 5, 4), 200))
                .contains(new DeliveryOutcome(1, 1, 5, 4, 0, 0));
        assertThat(DeliveryOutcome.of(promise(100, 100, 5, 5), 200))
                .contains(new DeliveryOutcome(1, 0, 5, 5, 0, 0));
    }

    @Test
    void isLateOnceThePromiseHasPassedWithoutIt() {
        OpenPromise waiting = promise(100, NEVER, 5, 0);

        assertThat(DeliveryOutcome.of(waiting, 100)).isEmpty();
        assertThat(DeliveryOutcome.of(waiting, 101))
                .contains(new DeliveryOutcome(1, 1, 5, 0, 0, 0));
        assertThat(DeliveryOutcome.of(waiting.asBroken(), 300)).isEmpty();
        assertThat(waiting.nextMillis()).isEqualTo(101);
        assertThat(waiting.asBroken().nextMillis()).isEqualTo(NEVER);
    }

    @Test
    void addsUnitsOnlyWhenItComesAfterAll() {
        assertThat(DeliveryOutcome.of(promise(100, 150, 5, 5).asBroken(), 150))
                .contains(new DeliveryOutcome(0, 0, 0, 5, 0, 0));
    }

    @Test
    void countsNoPromiseWhereNoneWasMade() {
        assertThat(DeliveryOutcome.of(promise(NEVER, 150, 5, 9), 150))
                .contains(new DeliveryOutcome(0, 0, 5, 5, 0, 0));
    }

    @Test
    void isAsSlowAsTheShareOfThePromisedTimeThatItTookOrOfAMonth() {
        long day = 86_400_000;
        OpenPromise nine = new OpenPromise("o", "", "", "", day, NEVER, 10 * day, 1, 1, false);
        OpenPromise ninety = new OpenPromise("o", "", "", "", day, NEVER, 91 * day, 1, 1, false);

        assertThat(DeliveryOutcome.of(nine, 10 * day))
                .contains(new DeliveryOutcome(0, 0, 1, 1, 1, 0.3));
        assertThat(DeliveryOutcome.of(ninety, 91 * day).orElseThrow().slowness()).isEqualTo(1);
        OpenPromise half = new OpenPromise("o", "", "", "", day, 21 * day, 11 * day, 1, 1, false);
        assertThat(DeliveryOutcome.of(half, 11 * day).orElseThrow().slowness()).isEqualTo(0.5);
    }

    private static OpenPromise promise(long promised, long arrives, long due, long arriving) {
        return new OpenPromise("order", "", "", "", NEVER, promised, arrives, due, arriving, false);
    }
}
