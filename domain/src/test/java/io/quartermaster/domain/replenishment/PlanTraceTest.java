package io.quartermaster.domain.replenishment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTraceTest {

    private static final List<PlanTrace.Version> VERSIONS =
            List.of(
                    new PlanTrace.Version("v1", day(1), true),
                    new PlanTrace.Version("v8", day(8), true),
                    new PlanTrace.Version("v15", day(15), true));

    @Test
    void blamesTheLastPlanWhoseOrdersCouldHaveCome() {
        assertThat(PlanTrace.of(day(13), 5, VERSIONS, List.of(), List.of()))
                .isEqualTo(new PlanTrace("v8", day(8), "it ordered nothing that came in time"));
        assertThat(PlanTrace.of(day(12), 5, VERSIONS, List.of(), List.of()).planVersion())
                .isEqualTo("v1");
    }

    @Test
    void saysWhenNoPlanWasEarlyEnough() {
        assertThat(PlanTrace.of(day(4), 5, VERSIONS, List.of(), List.of()))
                .isEqualTo(new PlanTrace("", null, "no plan was early enough"));
    }

    @Test
    void tellsTooLittleFromTooLateAndFromASupplierWhoFailed() {
        List<PlanLine> lines = List.of(line("v8", 13, 7), line("v8", 20, 9), line("v1", 6, 5));

        assertThat(PlanTrace.of(day(14), 5, VERSIONS, lines, List.of()).reason())
                .isEqualTo("it ordered too little: 7");
        assertThat(
                        PlanTrace.of(
                                        day(14),
                                        5,
                                        VERSIONS,
                                        lines,
                                        List.of(
                                                new PlanTrace.Promised(day(13), day(16)),
                                                new PlanTrace.Promised(day(13), null),
                                                new PlanTrace.Promised(day(13), day(13)),
                                                new PlanTrace.Promised(day(15), null)))
                                .reason())
                .isEqualTo("deliveries that the supplier owed by then: 2");
    }

    @Test
    void refusesANegativeLeadTime() {
        assertThatThrownBy(() -> PlanTrace.of(day(4), -1, VERSIONS, List.of(), List.of()))
                .hasMessageStartingWith("The lead time (-1 days) must not be negative.");
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2026, 1, day);
    }

    private static PlanLine line(String version, int arrival, long quantity) {
        return new PlanLine(
                day(1),
                "i",
                "p",
                "s",
                day(1),
                day(arrival),
                quantity,
                1,
                "",
                version,
                "optimal",
                false);
    }
}
