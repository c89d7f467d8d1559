package io.quartermaster.domain.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OpenOrdersTest {

    private static final OpenOrder FIRST = order("1", "a", 0, 6);
    private static final OpenOrder SECOND = order("2", "b", 1, 6);
    private static final OpenOrder LARGE = order("3", "c", 2, 24);

    private final OpenOrders orders = OpenOrders.EMPTY.plus(FIRST).plus(SECOND).plus(LARGE);

    @Test
    void takesBackTheLatestOrderOfAsManyUnits() {
        assertThat(orders.match(Sample.cancellation(at(5), "", "A", 6))).hasValue(SECOND);
    }

    @Test
    void takesBackTheOrderThatTheReturnNames() {
        assertThat(orders.match(Sample.cancellation(at(5), "a", "A", 6))).hasValue(FIRST);
    }

    @Test
    void takesBackPartOfALargerOrder() {
        assertThat(orders.match(Sample.cancellation(at(5), "", "A", 10))).hasValue(LARGE);
        OpenOrders left = orders.without(LARGE, 10);
        assertThat(left.match(Sample.cancellation(at(5), "", "A", 14)).orElseThrow().openUnits())
                .isEqualTo(14);
        assertThat(left.match(Sample.cancellation(at(5), "", "A", 15))).isEmpty();
    }

    @Test
    void neverTakesBackALaterOrder() {
        assertThat(orders.match(Sample.cancellation(at(0), "", "A", 6))).hasValue(FIRST);
        assertThat(orders.match(Sample.cancellation(at(1), "", "A", 24))).isEmpty();
    }

    @Test
    void takesAnOrderBackOnce() {
        OpenOrders left = orders.without(SECOND, 6).without(FIRST, 6).without(LARGE, 24);
        assertThat(left.isEmpty()).isTrue();
    }

    @Test
    void forgetsOldOrders() {
        assertThat(orders.since(at(1)).orders()).containsExactly(SECOND, LARGE);
        assertThat(orders.since(at(0))).isSameAs(orders);
    }

    private static OpenOrder order(String id, String order, int hour, long units) {
        return new OpenOrder(id, order, at(hour), units, units, false);
    }

    private static Instant at(int hour) {
        return Sample.TIME.plus(Duration.ofHours(hour));
    }
}
