package io.quartermaster.domain.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.event.BrandStage;
import io.quartermaster.domain.event.LifeCycleStep;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifeCycleOrderTest {

    @ParameterizedTest
    @CsvSource({
        "PROSPECT, EVALUATED ENDED",
        "EVALUATED, TRIAL CONTRACTED ENDED",
        "TRIAL, CONTRACTED SUSPENDED ENDED",
        "CONTRACTED, SUSPENDED ENDED",
        "SUSPENDED, TRIAL CONTRACTED ENDED",
        "ENDED, PROSPECT"
    })
    void allowsTheseStepsAndNoOthers(BrandStage from, String allowed) {
        for (BrandStage to : BrandStage.values()) {
            assertThat(objection(from, true, to).isEmpty())
                    .as("%s to %s", from, to)
                    .isEqualTo(allowed.contains(to.name()));
        }
    }

    @Test
    void saysWhatMayFollow() {
        assertThat(objection(BrandStage.PROSPECT, true, BrandStage.CONTRACTED))
                .hasValue(
                        "The step of brand (Nordlicht) from (prospect) to (contracted) is not allowed. Maybe a step before it is missing: evaluated, ended may follow.");
    }

    @Test
    void startsABrandThatOfferedAsAProspectAndAnyOtherAnywhere() {
        assertThat(objection(null, true, BrandStage.PROSPECT)).isEmpty();
        assertThat(objection(null, true, BrandStage.EVALUATED)).isEmpty();
        assertThat(objection(null, true, BrandStage.TRIAL)).isPresent();
        assertThat(objection(null, false, BrandStage.CONTRACTED)).isEmpty();
    }

    @Test
    void ordersFromNobodySuspendedOrEnded() {
        assertThat(BrandStage.values())
                .filteredOn(stage -> !stage.orders())
                .containsExactly(BrandStage.SUSPENDED, BrandStage.ENDED);
    }

    private static Optional<String> objection(BrandStage from, boolean offered, BrandStage to) {
        return LifeCycleOrder.objection(
                from, offered, new LifeCycleStep("s", Instant.EPOCH, "file", "Nordlicht", to, ""));
    }
}
