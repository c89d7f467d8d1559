package io.quartermaster.domain.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.event.BrandTerms;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TermsOverlapTest {

    private final BrandTerms first = terms("t1", "S", 1, "2024-01-01", "2024-06-30", false);

    @Test
    void acceptsAHigherVersionFromAnyDayOn() {
        assertThat(objection(terms("t2", "S", 2, "2024-03-01", null, false))).isEmpty();
    }

    @Test
    void acceptsTheSameVersionOnTheDayAfter() {
        assertThat(objection(terms("t2", "S", 1, "2024-07-01", null, false))).isEmpty();
        assertThat(objection(terms("t2", "S", 1, "2023-07-01", "2023-12-31", false))).isEmpty();
    }

    @Test
    void refusesTheSameVersionOnOneDay() {
        assertThat(objection(terms("t2", "S", 1, "2024-06-30", null, false)))
                .hasValue(
                        "The terms (t2) of brand (Nordlicht), version 1 of supplier (S) from 2024-06-30 to further notice, overlap (t1), version 1 of supplier (S) from 2024-01-01 to 2024-06-30. Maybe give them a higher version, or days that do not meet.");
    }

    @Test
    void refusesAnOldVersionThatComesLate() {
        BrandTerms second = terms("t2", "S", 2, "2024-03-01", null, false);
        assertThat(
                        TermsOverlap.objection(
                                terms("t3", "S", 1, "2024-08-01", null, false),
                                List.of(first, second)))
                .hasValueSatisfying(reason -> assertThat(reason).contains("overlap (t2)"));
    }

    @Test
    void refusesAnotherSupplierWhereEitherIsExclusive() {
        assertThat(objection(terms("t2", "T", 1, "2024-03-01", null, false))).isEmpty();
        assertThat(objection(terms("t2", "T", 1, "2024-03-01", null, true)))
                .hasValueSatisfying(
                        reason ->
                                assertThat(reason)
                                        .contains("exclusive version 1 of supplier (T)")
                                        .endsWith("Maybe end the exclusive ones before."));
    }

    private Optional<String> objection(BrandTerms terms) {
        return TermsOverlap.objection(terms, List.of(first));
    }

    private static BrandTerms terms(
            String id, String supplier, int version, String from, String to, boolean exclusive) {
        return new BrandTerms(
                id,
                Instant.EPOCH,
                "file",
                "Nordlicht",
                supplier,
                version,
                7,
                0,
                1,
                BigDecimal.ONE,
                10,
                1,
                "",
                "",
                0,
                0,
                exclusive,
                "",
                LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to));
    }
}
