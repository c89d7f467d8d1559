package io.quartermaster.domain.forecast.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NodeMemoryTest {

    @Test
    void keepsTheDaysOfNineWeeksGapsAsNothing() {
        NodeMemory memory = NodeMemory.NOTHING.with(100, 4).with(102, 6);
        assertThat(memory.wanted()).containsExactly(4, 0, 6);
        assertThat(memory.with(101, 5).wanted()).containsExactly(4, 5, 6);
        assertThat(memory.with(162, 1).wanted()).hasSize(63).startsWith(4, 0, 6).endsWith(1);
        assertThat(memory.with(163, 1).wanted()).hasSize(63).startsWith(0, 6).endsWith(1);
        assertThat(memory.with(39, 9)).isSameAs(memory);
        assertThat(memory.wanted(99)).isZero();
        assertThat(memory.wanted(103)).isZero();
    }

    @Test
    void anEarlierDayThatComesLaterIsKept() {
        assertThat(NodeMemory.NOTHING.with(100, 4).with(98, 2).wanted()).containsExactly(2, 0, 4);
    }

    /** Made on day 100: 3, 4 and 5 expected; 5, 4 and 1 wanted. */
    @Test
    void judgesTheDaysThatWereForecast() {
        NodeMemory memory =
                NodeMemory.NOTHING.with(100, 3).forecasting(100, new double[] {3, 4, 5});
        assertThat(memory.judged(100).errors()).isEmpty();
        NodeMemory later = memory.with(101, 5).with(102, 4).with(103, 1);
        assertThat(later.judged(102).errors()).containsExactly(2, 0);
        assertThat(later.judged(103).errors()).containsExactly(2, 0, -4);
        assertThat(later.judged(110).errors()).containsExactly(2, 0, -4);
    }

    @Test
    void keepsTheErrorsOfFourWeeks() {
        NodeMemory memory = NodeMemory.NOTHING;
        for (int week = 0; week < 5; week++) {
            memory = memory.forecasting(100 + 7 * week, new double[7]);
            for (int day = 1; day <= 7; day++) {
                memory = memory.with(100 + 7 * week + day, week);
            }
            memory = memory.judged(107 + 7 * week);
        }
        assertThat(memory.errors()).hasSize(28).startsWith(1).endsWith(4);
    }
}
