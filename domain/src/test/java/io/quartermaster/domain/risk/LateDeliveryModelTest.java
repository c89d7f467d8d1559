package io.quartermaster.domain.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LateDeliveryModelTest {

    private static final LateDeliveryModel.Options OPTIONS = LateDeliveryModel.Options.defaults(1);

    @Test
    void tellsLateVendorsAndShortLeadTimesApart() {
        List<SupplyLine> lines = lines(2000, 0);
        LateDeliveryModel model =
                LateDeliveryModel.train(lines, List.of("vendor"), List.of("units"), OPTIONS);
        List<SupplyLine> later = lines(1000, 3000);
        boolean[] isLate = new boolean[later.size()];
        for (int i = 0; i < isLate.length; i++) {
            isLate[i] = later.get(i).isLate();
        }
        assertThat(AreaUnderCurve.of(model.chances(later), isLate)).isGreaterThan(0.75);
        SupplyLine slow = later.get(0);
        assertThat(model.reason(line("slow", slow.dueDay(), 50, false)))
                .matches(
                        "vendor \\(slow\\) is late in [34]\\d % of its lines; all lines in 2\\d %");
    }

    @Test
    void agreesWithItselfWhereNothingWasOrderedBefore() {
        List<SupplyLine> lines = lines(500, 0);
        LateDeliveryModel model =
                LateDeliveryModel.train(lines, List.of("vendor"), List.of("units"), OPTIONS);
        List<SupplyLine> later = lines(50, 3000);
        assertThat(model.chancesAsOrdered(lines, later)).isEqualTo(model.chances(later));
    }

    @Test
    void refusesAHistoryWithoutLateLines() {
        List<SupplyLine> lines = List.of(line("a", 10, 5, false), line("a", 11, 5, false));
        assertThatThrownBy(
                        () -> LateDeliveryModel.train(lines, List.of("v"), List.of("u"), OPTIONS))
                .hasMessage(
                        "The lines to learn from (2, of which 0 late) must hold late ones and others.\nMaybe give a longer history.");
    }

    @Test
    void refusesALineOrderedAfterItIsDue() {
        assertThatThrownBy(() -> line("a", 10, -1, false))
                .hasMessageStartingWith("The orderedDay (11) must not be after the dueDay (10).");
    }

    /**
     * The slow vendor is late in 2 of 5 lines, the other in 1 of 20; short lead times add a half.
     */
    private static List<SupplyLine> lines(int count, long firstDay) {
        SplittableRandom random = new SplittableRandom(firstDay);
        List<SupplyLine> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean isSlow = random.nextBoolean();
            long lead = random.nextInt(5, 60);
            double chance = (isSlow ? 0.4 : 0.05) + (lead < 10 ? 0.5 : 0);
            lines.add(
                    line(
                            isSlow ? "slow" : "steady",
                            firstDay + 100 + i,
                            lead,
                            random.nextDouble() < chance));
        }
        return lines;
    }

    private static SupplyLine line(String vendor, long due, long lead, boolean isLate) {
        return new SupplyLine(due - lead, due, isLate, List.of(vendor), new double[] {Double.NaN});
    }
}
