package io.quartermaster.domain.satisfaction.factor;

import static io.quartermaster.domain.satisfaction.factor.FactorMethod.MAXIMUM_LIKELIHOOD;
import static io.quartermaster.domain.satisfaction.factor.FactorMethod.PRINCIPAL_AXIS;
import static io.quartermaster.domain.satisfaction.factor.FactorRotation.NONE;
import static io.quartermaster.domain.satisfaction.factor.FactorRotation.PROMAX;
import static io.quartermaster.domain.satisfaction.factor.FactorRotation.VARIMAX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Expected loadings are those of R 4.2's factanal and psych 2.2.9's fa, but where named. */
class FactorAnalysisTest {

    private static final Offset<Double> THREE_DIGITS = within(0.0005);

    @Test
    void likelihoodFindsThePublishedLoadingsOfSixSubjects() {
        FactorAnalysis found =
                FactorAnalysis.of(
                        PublishedCorrelations.lawleyMaxwell(), 2, MAXIMUM_LIKELIHOOD, NONE);

        // Lawley and Maxwell (1971), table 4.1.
        loads(found, 0, 0.553, 0.568, 0.392, 0.740, 0.724, 0.595);
        loads(found, 1, 0.429, 0.288, 0.450, -0.273, -0.211, -0.132);
        assertThat(found.statistic()).isCloseTo(2.33463, within(1e-4));
        assertThat(found.degrees()).isEqualTo(4);
        assertThat(found.pValue()).isCloseTo(0.67447, within(1e-4));
        assertThat(found.notes()).isEmpty();
    }

    @Test
    void likelihoodEqualsFactanal() {
        FactorAnalysis subjects =
                FactorAnalysis.of(
                        PublishedCorrelations.lawleyMaxwell(), 2, MAXIMUM_LIKELIHOOD, VARIMAX);
        loads(subjects, 0, 0.23474, 0.32289, 0.08751, 0.77062, 0.72351, 0.57235);
        loads(subjects, 1, 0.65934, 0.54925, 0.59044, 0.16969, 0.21254, 0.21026);

        FactorAnalysis ability =
                FactorAnalysis.of(PublishedCorrelations.ability(), 2, MAXIMUM_LIKELIHOOD, VARIMAX);
        loads(ability, 0, 0.49944, 0.15607, 0.20579, 0.10853, 0.95624, 0.78477);
        loads(ability, 1, 0.54345, 0.62154, 0.85993, 0.46776, 0.18210, 0.22482);
        assertThat(ability.statistic()).isCloseTo(6.10662, within(1e-4));

        FactorAnalysis bodies =
                FactorAnalysis.of(PublishedCorrelations.harman(), 2, MAXIMUM_LIKELIHOOD, VARIMAX);
        loads(bodies, 0, 0.86488, 0.92749, 0.89543, 0.85865, 0.23333, 0.19449, 0.13419, 0.27782);
        loads(bodies, 1, 0.28673, 0.18079, 0.17897, 0.25159, 0.92544, 0.77361, 0.75210, 0.62135);
        assertThat(bodies.uniquenesses())
                .containsExactly(
                        new double[] {
                            0.16977, 0.10707, 0.16617, 0.19942, 0.08912, 0.36371, 0.41635, 0.53673
                        },
                        within(1e-4));
    }

    @Test
    void promaxEqualsFactanal() {
        FactorAnalysis ability =
                FactorAnalysis.of(PublishedCorrelations.ability(), 2, MAXIMUM_LIKELIHOOD, PROMAX);
        loads(ability, 0, 0.36422, -0.05775, -0.09148, -0.05365, 1.02337, 0.81124);
        loads(ability, 1, 0.47041, 0.67120, 0.93188, 0.50800, -0.09549, 0.00910);
        assertThat(ability.factorCorrelations()[0][1]).isCloseTo(0.55692, THREE_DIGITS);

        FactorAnalysis subjects =
                FactorAnalysis.of(
                        PublishedCorrelations.lawleyMaxwell(), 2, MAXIMUM_LIKELIHOOD, PROMAX);
        loads(subjects, 0, 0.00697, 0.15152, -0.13416, 0.81445, 0.74355, 0.57149);
        assertThat(subjects.factorCorrelations()[1][0]).isCloseTo(0.56413, THREE_DIGITS);

        FactorAnalysis bodies =
                FactorAnalysis.of(PublishedCorrelations.harman(), 2, MAXIMUM_LIKELIHOOD, PROMAX);
        loads(bodies, 1, 0.07483, -0.06024, -0.05324, 0.03763, 0.96064, 0.80319, 0.79629, 0.61093);
        assertThat(bodies.factorCorrelations()[0][1]).isCloseTo(0.48568, THREE_DIGITS);
    }

    @Test
    void principalAxesEqualPsych() {
        FactorAnalysis plain =
                FactorAnalysis.of(PublishedCorrelations.lawleyMaxwell(), 2, PRINCIPAL_AXIS, NONE);
        loads(plain, 0, 0.58692, 0.59393, 0.43106, 0.71247, 0.70065, 0.58390);
        loads(plain, 1, 0.37893, 0.23579, 0.41202, -0.33615, -0.27589, -0.18368);
        assertThat(plain.statistic()).isNaN();

        FactorAnalysis ability =
                FactorAnalysis.of(PublishedCorrelations.ability(), 2, PRINCIPAL_AXIS, VARIMAX);
        loads(ability, 0, 0.48928, 0.15374, 0.17530, 0.12837, 0.94856, 0.78362);
        loads(ability, 1, 0.57246, 0.59405, 0.89667, 0.43123, 0.19720, 0.23545);

        FactorAnalysis bodies =
                FactorAnalysis.of(PublishedCorrelations.harman(), 2, PRINCIPAL_AXIS, VARIMAX);
        loads(bodies, 0, 0.86986, 0.91849, 0.88579, 0.86162, 0.22507, 0.18162, 0.12251, 0.25235);
    }

    @Test
    void holdsAHeywoodCaseAtTheBoundAndSaysSo() {
        // 0.9 * 0.9 / 0.5 > 1: the first column would have to be more than itself.
        CorrelationMatrix heywood =
                PublishedCorrelations.matrix(100, List.of("a", "b", "c"), 0.9, 0.9, 0.7);

        for (FactorMethod method : FactorMethod.values()) {
            FactorAnalysis found = FactorAnalysis.of(heywood, 1, method, NONE);

            assertThat(found.uniquenesses()[0]).isCloseTo(0.005, within(1e-9));
            assertThat(found.notes())
                    .containsExactly(
                            "The uniqueness of (a) would fall below 0.005 (a Heywood case) and is held there. Maybe fewer factors.");
        }
    }

    @Test
    void likelihoodRefusesASingularMatrixAndPrincipalAxesSayThatItIs() {
        CorrelationMatrix singular =
                PublishedCorrelations.matrix(
                        100, List.of("a", "b", "sum"), 0, Math.sqrt(0.5), Math.sqrt(0.5));

        assertThatThrownBy(() -> FactorAnalysis.of(singular, 0, MAXIMUM_LIKELIHOOD, NONE))
                .hasMessage("The number of factors (0) does not suit 3 columns.\nMaybe 1.");
        assertThatThrownBy(() -> FactorAnalysis.of(singular, 1, MAXIMUM_LIKELIHOOD, NONE))
                .hasMessage(
                        "The correlation matrix is singular: the column (sum) is a linear combination of [a, b].\nMaybe leave (sum) out.");
        assertThat(FactorAnalysis.of(singular, 1, PRINCIPAL_AXIS, NONE).notes())
                .anyMatch(note -> note.startsWith("The correlation matrix is singular"));
    }

    @Test
    void refusesMoreFactorsThanColumnsTell() {
        assertThatThrownBy(
                        () ->
                                FactorAnalysis.of(
                                        PublishedCorrelations.ability(),
                                        4,
                                        MAXIMUM_LIKELIHOOD,
                                        NONE))
                .hasMessage("The number of factors (4) does not suit 6 columns.\nMaybe 1 to 3.");
        CorrelationMatrix two = PublishedCorrelations.matrix(9, List.of("a", "b"), 0.5);
        assertThatThrownBy(() -> FactorAnalysis.of(two, 1, MAXIMUM_LIKELIHOOD, NONE))
                .hasMessageEndingWith("Maybe principal-axis, or more columns.");
        FactorAnalysis axis = FactorAnalysis.of(two, 1, PRINCIPAL_AXIS, NONE);
        loads(axis, 0, Math.sqrt(0.5), Math.sqrt(0.5));
        assertThat(axis.notes()).hasSize(1);
    }

    @Test
    void driftIsNoneForTheSameFactorsInAnotherOrderAndAlarmsForOthers() {
        double[][] before = {{0.9, 0.1}, {0.8, 0}, {0, 0.7}};
        double[][] turned = {{-0.1, 0.9}, {0, 0.8}, {-0.7, 0}};
        double[][] other = {{0.1, 0.9}, {0.8, 0.1}, {0.7, 0}};

        assertThat(LoadingDrift.of(before, turned).congruence()).isCloseTo(1, within(1e-12));
        assertThat(LoadingDrift.of(before, turned).alarms(LoadingDrift.ALIKE)).isFalse();
        assertThat(LoadingDrift.of(before, other).alarms(LoadingDrift.ALIKE)).isTrue();
        assertThat(LoadingDrift.of(before, new double[][] {{1}, {1}, {1}}).congruence()).isZero();
    }

    @Test
    void namesMethodsAndRotations() {
        assertThat(FactorMethod.of("maximum-likelihood")).isEqualTo(MAXIMUM_LIKELIHOOD);
        assertThat(FactorRotation.of("promax")).isEqualTo(PROMAX);
        assertThatThrownBy(() -> FactorMethod.of("pca"))
                .hasMessage(
                        "The method (pca) of factor analysis is not known.\nMaybe principal-axis or maximum-likelihood.");
        assertThatThrownBy(() -> FactorRotation.of("quartimax"))
                .hasMessage(
                        "The rotation (quartimax) is not known.\nMaybe none, varimax or promax.");
    }

    private static void loads(FactorAnalysis found, int factor, double... expected) {
        assertThat(Arrays.stream(found.loadings()).mapToDouble(row -> row[factor]).toArray())
                .containsExactly(expected, THREE_DIGITS);
    }
}
