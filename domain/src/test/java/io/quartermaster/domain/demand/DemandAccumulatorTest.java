package io.quartermaster.domain.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemandAccumulatorTest {

    private record Signal(SignalKind kind, long units, BigDecimal price, boolean promotion) {
        void addTo(DemandAccumulator sums) {
            sums.add(kind, units, price, promotion);
        }

        void retractFrom(DemandAccumulator sums) {
            sums.retract(kind, units, price, promotion);
        }
    }

    @Test
    void sumsADay() {
        DemandAccumulator sums = new DemandAccumulator();
        order(sums, 6, "2.55", false);
        order(sums, 4, "2.05", true);
        sums.add(SignalKind.STOCK, 0, BigDecimal.ZERO, false);
        sums.add(SignalKind.VIEW, 1, BigDecimal.ZERO, false);
        sums.add(SignalKind.FAVOURITE, 1, BigDecimal.ZERO, false);
        sums.add(SignalKind.CART, 1, BigDecimal.ZERO, false);
        assertThat(sums.units()).isEqualTo(10);
        assertThat(sums.price()).isEqualTo(2.35);
        assertThat(sums.promotion()).isEqualTo(0.4);
        assertThat(sums.stockedOut()).isTrue();
        assertThat(List.of(sums.views, sums.favourites, sums.carts)).containsExactly(1L, 1L, 1L);
    }

    @Test
    void takesACancelledOrderOffItsDay() {
        DemandAccumulator sums = new DemandAccumulator();
        order(sums, 80_995, "2.08", false);
        order(sums, 10, "3", false);
        sums.add(SignalKind.CANCELLATION, 80_995, new BigDecimal("2.08"), false);
        assertThat(sums.units()).isEqualTo(10);
        assertThat(sums.price()).isEqualTo(3);
    }

    @Test
    void hasNoPriceWithoutUnits() {
        assertThat(new DemandAccumulator().price()).isZero();
        assertThat(new DemandAccumulator().promotion()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void givesOneAnswerForwardReversedSplitAndMergedAndRetracted(long seed) {
        List<Signal> signals = signals(new Random(seed), 200);
        List<Signal> reversed = new ArrayList<>(signals);
        Collections.reverse(reversed);

        DemandWindow forward = window(sum(signals));
        assertThat(window(sum(reversed))).isEqualTo(forward);

        DemandAccumulator merged = sum(signals.subList(0, 77));
        merged.merge(sum(signals.subList(77, 200)));
        merged.merge(new DemandAccumulator());
        assertThat(window(merged)).isEqualTo(forward);

        DemandAccumulator retracted = sum(signals);
        List<Signal> more = signals(new Random(seed + 100), 50);
        more.forEach(signal -> signal.addTo(retracted));
        more.forEach(signal -> signal.retractFrom(retracted));
        assertThat(window(retracted)).isEqualTo(forward);
    }

    private static List<Signal> signals(Random random, int count) {
        SignalKind[] kinds = SignalKind.values();
        List<Signal> signals = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            BigDecimal price = BigDecimal.valueOf(1 + random.nextInt(9_999), 3);
            long units = random.nextInt(50);
            signals.add(
                    new Signal(
                            kinds[random.nextInt(kinds.length)],
                            units,
                            price,
                            random.nextBoolean()));
        }
        return signals;
    }

    private static DemandAccumulator sum(List<Signal> signals) {
        DemandAccumulator sums = new DemandAccumulator();
        signals.forEach(signal -> signal.addTo(sums));
        return sums;
    }

    private static DemandWindow window(DemandAccumulator sums) {
        DayDemand day = new DayDemand();
        day.sums = sums;
        return day.window("A", "main", LocalDate.EPOCH, DemandCarry.NONE, Instant.EPOCH);
    }

    private static void order(DemandAccumulator sums, long units, String price, boolean promotion) {
        sums.add(SignalKind.ORDER, units, new BigDecimal(price), promotion);
    }
}
