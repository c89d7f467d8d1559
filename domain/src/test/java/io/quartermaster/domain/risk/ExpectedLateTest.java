package io.quartermaster.domain.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpectedLateTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 10);

    @Test
    void weighsEachOrderByItsUnitsAndNamesTheOneThatAddsMost() {
        ExpectedLate late =
                ExpectedLate.of(
                        List.of(
                                order("a", LateChance.PLANNED, 10, 12, 0.6),
                                order("b", LateChance.ANNOUNCED, 30, 11, 0.4)),
                        DAY);

        assertThat(late.share()).isCloseTo((6 + 12) / 40.0, within(1e-12));
        assertThat(late.reason()).isEqualTo("as b");
    }

    @Test
    void anAnnouncedOrderThatIsOverdueIsLateAndAPlannedOneIsForgotten() {
        ExpectedLate late =
                ExpectedLate.of(
                        List.of(
                                order("a", LateChance.PLANNED, 10, 9, 0.6),
                                order("b", LateChance.ANNOUNCED, 10, 9, 0.1),
                                order("c", LateChance.PLANNED, 30, 10, 0.2)),
                        DAY);

        assertThat(late.share()).isCloseTo((10 + 6) / 40.0, within(1e-12));
        assertThat(late.reason()).isEqualTo("order b was due on 2026-01-09");
    }

    @Test
    void nothingUnderWayTellsNothing() {
        assertThat(ExpectedLate.of(List.of(), DAY)).isEqualTo(ExpectedLate.UNKNOWN);
        assertThat(ExpectedLate.of(List.of(order("a", LateChance.PLANNED, 1, 9, 1)), DAY).isKnown())
                .isFalse();
    }

    private static LateChance order(
            String name, String state, long units, int dueDay, double chance) {
        LocalDate ordered = LocalDate.of(2026, 1, 1);
        return new LateChance(
                name,
                "i",
                "p",
                "",
                "",
                state,
                units,
                ordered,
                ordered.withDayOfMonth(dueDay),
                ordered,
                chance,
                "as " + name);
    }
}
