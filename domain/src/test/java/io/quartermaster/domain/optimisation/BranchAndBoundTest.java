package io.quartermaster.domain.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BranchAndBoundTest {

    private static final double NONE = Double.POSITIVE_INFINITY;

    private final BranchAndBound engine = new BranchAndBound();

    /**
     * Weights 5, 7, 4, 3 of 14, values 8, 11, 6, 4 (Winston, Operations Research): 21 of 2, 3, 4.
     */
    @Test
    void solvesAKnownKnapsack() {
        IntegerProgramme.Builder builder = new IntegerProgramme.Builder();
        for (double value : new double[] {8, 11, 6, 4}) {
            builder.choice(-value);
        }
        builder.row("weight", -NONE, new double[] {5, 7, 4, 3}, 14);

        IntegerSolution solution = engine.solve(builder.build(), 0);

        assertThat(solution.status()).isEqualTo(IntegerSolution.Status.OPTIMAL);
        assertThat(solution.objective()).isEqualTo(-21);
        assertThat(solution.bound()).isEqualTo(-21);
        assertThat(solution.x()).containsExactly(0, 1, 1, 1);
    }

    /** max 8x + 5y, x + y <= 6, 9x + 5y <= 45, whole: 40 at (5, 0); 41.25 when not whole. */
    @Test
    void solvesAProgrammeOfWholeNumbersAboveOne() {
        IntegerProgramme.Builder builder = new IntegerProgramme.Builder();
        builder.column(-8, 0, 9, true);
        builder.column(-5, 0, 9, true);
        builder.row("a", -NONE, new double[] {1, 1}, 6).row("b", -NONE, new double[] {9, 5}, 45);

        IntegerSolution solution = engine.solve(builder.build(), 0);

        assertThat(solution.objective()).isEqualTo(-40);
        assertThat(solution.x()).containsExactly(5, 0);
    }

    /** x is a share, y whole: min x + 3y, x + y >= 2.5, x <= 1, gives x = 0.5 and y = 2. */
    @Test
    void leavesOtherColumnsContinuous() {
        IntegerProgramme.Builder builder = new IntegerProgramme.Builder();
        builder.column(1, 0, 1, false);
        builder.column(3, 0, 9, true);
        builder.row("least", 2.5, new double[] {1, 1}, NONE);

        IntegerSolution solution = engine.solve(builder.build(), 0);

        assertThat(solution.objective()).isCloseTo(6.5, within(1e-9));
        assertThat(solution.x()).containsExactly(new double[] {0.5, 2}, within(1e-9));
    }

    @Test
    void saysWhatIsInfeasibleAndWhatIsUnbounded() {
        IntegerProgramme.Builder infeasible = new IntegerProgramme.Builder();
        infeasible.choice(1);
        infeasible.row("two", 2, new double[] {1}, NONE);
        IntegerProgramme.Builder unbounded = new IntegerProgramme.Builder();
        unbounded.column(-1, 0, NONE, false);
        unbounded.row("free", 0, new double[] {1}, NONE);

        assertThat(engine.solve(infeasible.build(), 0).status())
                .isEqualTo(IntegerSolution.Status.INFEASIBLE);
        assertThat(engine.solve(unbounded.build(), 0).status())
                .isEqualTo(IntegerSolution.Status.UNBOUNDED);
    }

    @Test
    void stopsAtItsLimitOfNodesWithABound() {
        IntegerProgramme programme = random(new Random(11), 14, 6);
        IntegerSolution stopped = engine.solve(programme, 3);
        IntegerSolution whole = engine.solve(programme, 0);

        assertThat(whole.nodes()).isGreaterThan(3);
        assertThat(stopped.status()).isEqualTo(IntegerSolution.Status.NODE_LIMIT);
        assertThat(stopped.bound()).isLessThanOrEqualTo(whole.objective() + 1e-9);
    }

    @Test
    void beginsWithTheSolutionThatItIsGiven() {
        IntegerProgramme programme = random(new Random(11), 14, 6);
        IntegerSolution whole = engine.solve(programme, 0);
        IntegerSolution started = engine.solve(programme, IntegerSearch.nodes(1).from(whole.x()));
        assertThat(started.status()).isEqualTo(IntegerSolution.Status.NODE_LIMIT);
        assertThat(started.objective()).isEqualTo(whole.objective());
        assertThat(started.gap()).isGreaterThan(0);
    }

    @Test
    void leavesOutAStartThatBreaksARow() {
        IntegerProgramme.Builder builder = new IntegerProgramme.Builder();
        builder.choice(-1);
        builder.choice(-1);
        builder.row("one", -NONE, new double[] {1, 1}, 1);
        IntegerSolution solution =
                engine.solve(builder.build(), IntegerSearch.EXACT.from(new double[] {1, 1}));
        assertThat(solution.objective()).isEqualTo(-1);
    }

    @Test
    void stopsWhenItIsNearEnoughToTheBound() {
        int sooner = 0;
        for (int seed = 0; seed < 30; seed++) {
            IntegerProgramme programme = random(new Random(seed), 14, 4);
            IntegerSolution whole = engine.solve(programme, 0);
            IntegerSolution near = engine.solve(programme, IntegerSearch.EXACT.toGap(0.2));
            if (whole.isOptimal()) {
                assertThat(near.gap()).as("seed %d", seed).isLessThanOrEqualTo(0.2);
                assertThat(near.bound()).isLessThanOrEqualTo(whole.objective() + 1e-9);
                assertThat(near.objective()).isGreaterThanOrEqualTo(whole.objective() - 1e-9);
                sooner += near.status() == IntegerSolution.Status.GAP_LIMIT ? 1 : 0;
            }
        }
        assertThat(sooner).isGreaterThan(3);
    }

    @Test
    void stopsAtItsDeadlineAndWhenItIsInterrupted() {
        IntegerProgramme programme = random(new Random(11), 14, 6);
        Interruption interruption = new Interruption();
        interruption.ask();
        assertThat(engine.solve(programme, IntegerSearch.EXACT.within(1e-9)).status())
                .isEqualTo(IntegerSolution.Status.TIME_LIMIT);
        assertThat(engine.solve(programme, IntegerSearch.EXACT.until(interruption)).status())
                .isEqualTo(IntegerSolution.Status.INTERRUPTED);
    }

    /** Rows a and c contradict each other; b does not matter. */
    @Test
    void namesTheRowsThatContradictEachOther() {
        IntegerProgramme.Builder builder = new IntegerProgramme.Builder();
        builder.column(1, 0, 9, true);
        builder.column(1, 0, 9, true);
        builder.row("a", -NONE, new double[] {1, 1}, 4)
                .row("b", 1, new double[] {1, 0}, NONE)
                .row("c", 6, new double[] {1, -1}, NONE);
        assertThat(engine.conflict(builder.build(), 0)).containsExactly(0, 2);
    }

    @Test
    void namesNoRowsOfAProgrammeThatHasASolution() {
        IntegerProgramme.Builder builder = new IntegerProgramme.Builder();
        builder.column(-1, 0, NONE, false);
        assertThat(engine.conflict(builder.build(), 0)).isEmpty();
    }

    @Test
    void refusesASearchThatIsNone() {
        assertThatThrownBy(() -> IntegerSearch.EXACT.toGap(Double.NaN))
                .hasMessage("The gap (NaN) must be 0 or more.");
        assertThatThrownBy(() -> IntegerSearch.EXACT.within(0))
                .hasMessage(
                        "The limits of seconds (0.0) and megabytes (Infinity) must be above 0.");
    }

    @Test
    void equalsTheEnumerationOfEveryChoice() {
        Random random = new Random(5);
        int infeasible = 0;
        for (int round = 0; round < 400; round++) {
            IntegerProgramme programme = random(random, 1 + random.nextInt(10), random.nextInt(7));
            double best = enumerated(programme);
            IntegerSolution solution = engine.solve(programme, 0);
            if (best == NONE) {
                infeasible++;
                assertThat(solution.status()).isEqualTo(IntegerSolution.Status.INFEASIBLE);
            } else {
                assertThat(solution.status())
                        .as("round %d", round)
                        .isEqualTo(IntegerSolution.Status.OPTIMAL);
                assertThat(solution.objective())
                        .as("round %d", round)
                        .isCloseTo(best, within(1e-7));
                assertThat(isFeasible(programme, solution.x())).isTrue();
            }
        }
        assertThat(infeasible).isBetween(20, 380);
    }

    @Test
    void refusesWhatIsNoProgramme() {
        assertThatThrownBy(
                        () ->
                                new IntegerProgramme(
                                        new double[] {1},
                                        new double[] {0},
                                        new double[] {NONE},
                                        new boolean[] {true},
                                        List.of()))
                .hasMessage(
                        "The column 0 (cost 1.0, bounds 0.0 to Infinity) must have a finite cost, a finite lower bound and an upper bound not below it.\nMaybe a whole number lacks its upper bound.");
        assertThatThrownBy(
                        () ->
                                new IntegerProgramme.Row(
                                        "budget", new int[] {0}, new double[] {1}, 3, 2))
                .hasMessage(
                        "The sides (3.0, 2.0) of row (budget) must be numbers, the left not above the right.");
    }

    /** Choices with rows of every kind: at most, at least, between, equal. */
    static IntegerProgramme random(Random random, int columns, int rows) {
        IntegerProgramme.Builder builder = new IntegerProgramme.Builder();
        for (int column = 0; column < columns; column++) {
            builder.choice(Math.rint(random.nextGaussian() * 50) / 4);
        }
        for (int row = 0; row < rows; row++) {
            double[] dense = new double[columns];
            double sum = 0;
            for (int column = 0; column < columns; column++) {
                dense[column] = random.nextInt(3) == 0 ? 0 : random.nextInt(19) - 5;
                sum += dense[column];
            }
            double right = Math.rint(sum * (0.2 + 0.6 * random.nextDouble()));
            double left = random.nextInt(3) == 0 ? right - random.nextInt(8) : -NONE;
            builder.row("row " + row, left, dense, random.nextInt(6) == 0 ? NONE : right);
        }
        return builder.build();
    }

    private static double enumerated(IntegerProgramme programme) {
        int columns = programme.cost().length;
        double best = NONE;
        for (int choice = 0; choice < 1 << columns; choice++) {
            double[] x = new double[columns];
            for (int column = 0; column < columns; column++) {
                x[column] = choice >> column & 1;
            }
            if (isFeasible(programme, x)) {
                best = Math.min(best, programme.objective(x));
            }
        }
        return best;
    }

    private static boolean isFeasible(IntegerProgramme programme, double[] x) {
        return programme.rows().stream()
                .allMatch(
                        row ->
                                row.activity(x) >= row.left() - 1e-7
                                        && row.activity(x) <= row.right() + 1e-7);
    }
}
