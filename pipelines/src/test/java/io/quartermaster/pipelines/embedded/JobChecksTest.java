package io.quartermaster.pipelines.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each job refuses what is not possible before anything has run. */
class JobChecksTest {

    @Test
    void nothingSpeaksAgainstTheDefaults() {
        assertThatCode(() -> Jobs.check(new Configuration())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cleaning | governance.burst.limit | 0 | must be above 0. | 5",
                "demand | demand.allowed-lateness-days | -1 | must be at least 0. | 3",
                "satisfaction | satisfaction.half-life | 0 s | must be above 0. | PT1440H",
                "satisfaction | satisfaction.content-at | 1.5 | must lie within 0.0 and 1.0. | 0.8",
                "satisfaction | satisfaction.factors | -1 | must be at least 0. | 0",
                "satisfaction | satisfaction.actions.now-weeks | 0 | must be at least 1. | 4",
                "satisfaction | satisfaction.actions.peers | 2 | must be at least 3. | 8",
                "satisfaction | satisfaction.actions.least-share | 2.0 | must lie within 0.0 and 1.0. | 0.25",
                "forecast | forecast.carry-days | 0 | must be 1 or more. | 28",
                "forecast | forecast.lift-level | 1.0 | must be above 0 and below 1. | 0.8",
                "replenishment | replenishment.service-level | 0.4 | must lie within 0.5 and 0.9999. | 0.95",
                "replenishment | replenishment.place-volume-litres | -1.0 | must be at least 0. | leave it out",
                "replenishment | engine.solver | abacus | is not known. | one of: auto",
                "replenishment | run.tail-start | soon | cannot be read. | 2026-01-31",
                "recommendation | recommendation.k | 0 | must be above 0. | 10",
                "recommendation | recommendation.neighbours | 0 | must lie within 1 and 1024. | 50",
                "answers | text.least-confidence | 1.2 | must lie within 0.0 and 1.0. | 0.8",
                "answers | text.training-texts | -1 | must be at least 0. | 4000",
                "answers | text.intent-model-folder | /no/such | does not exist. | train one",
                "demand-forecast | demand.allowed-lateness-days | -1 | must be at least 0. | 3",
                "demand-forecast | forecast.bundle-size | 0 | must be 1 or more. | 256",
                "brand | brand.score-step | 3.0 | must be 0 to 1. | 0.02",
                "clusters | brand.clusters | -1 | must not be negative. | 0",
            })
    void namesOptionValueAndRemedy(
            String job, String key, String value, String limit, String remedy) {
        Configuration options = options(key, value);
        String shown = value.equals("0 s") ? "PT0S" : value;

        assertThatThrownBy(() -> Jobs.named(job).check(options))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(key, shown, limit, "\nMaybe " + remedy);
    }

    @Test
    void tellsWhichWeightsAreNotPossible() {
        Configuration options = options("satisfaction.weights", "0.5;0.5");

        assertThatThrownBy(() -> Jobs.named("satisfaction").check(options))
                .hasMessageStartingWith(
                        "The options (satisfaction.weights, satisfaction.worst-rates) are not possible: The number of weights (2) must be 10.\nMaybe ");
    }

    @Test
    void neverTellsTheKey() {
        Configuration options = options("governance.token-key", "");

        assertThatThrownBy(() -> Jobs.named("cleaning").check(options))
                .hasMessage(
                        "The option (governance.token-key) must not be empty.\nMaybe a secret of your own.");
    }

    /** A run that trains its model names the folder later. */
    @Test
    void takesAForcedEngineWhoseModelIsYetToCome() {
        Configuration options = options("forecast.engine", "lstm");

        assertThatCode(() -> Jobs.check(options)).doesNotThrowAnyException();
    }

    @Test
    void everyJobHasACheck() {
        assertThat(Jobs.all())
                .isNotEmpty()
                .allSatisfy(job -> assertThat(job.getClass()).hasDeclaredMethods("check"));
    }

    private static Configuration options(String key, String value) {
        return KnownOptions.all().parse(Map.of(key, value));
    }
}
