package io.quartermaster.domain.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutlierRuleTest {

    private final OutlierRule rule = new OutlierRule(30, 6, 0.75);

    @Test
    void refusesAnOrderOutOfAllProportion() {
        UnitsHistory history = history(6, 30);
        assertThat(rule.objection(history, "A17", 74_215))
                .hasValue(
                        "The units (74215) of item (A17) are out of proportion to the median of its 30 orders before (6).");
    }

    @Test
    void believesALargeOrderOfAnItemWithFewOrders() {
        assertThat(rule.objection(history(6, 29), "A17", 74_215)).isEmpty();
    }

    /** 6 * 1.4826 * 0.75 octaves are 2^6.67, about 102 times the median. */
    @ParameterizedTest
    @CsvSource({"100, true", "120, false"})
    void believesUpToAboutAHundredTimesAConstantMedian(long units, boolean believed) {
        assertThat(rule.objection(history(1, 50), "A", units).isEmpty()).isEqualTo(believed);
    }

    @Test
    void believesMoreWhereOrdersVaryMore() {
        UnitsHistory varied = UnitsHistory.EMPTY;
        for (long units : LongStream.rangeClosed(0, 60).map(i -> 1L << (i % 8)).toArray()) {
            varied = varied.plus(units);
        }
        assertThat(rule.objection(varied, "A", 5_000)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 4", "3, 6", "4, 8", "8, 12", "1024, 40", "80995, 65"})
    void countsInQuarterOctaves(long units, int bucket) {
        assertThat(UnitsHistory.bucketOf(units)).isEqualTo(bucket);
    }

    @Test
    void findsMedianAndDeviationInAnyOrder() {
        long[] units = {1, 2, 2, 4, 8, 16, 64};
        UnitsHistory forward = UnitsHistory.EMPTY;
        UnitsHistory backward = UnitsHistory.EMPTY;
        for (int i = 0; i < units.length; i++) {
            forward = forward.plus(units[i]);
            backward = backward.plus(units[units.length - 1 - i]);
        }
        assertThat(forward.medianBucket()).isEqualTo(8).isEqualTo(backward.medianBucket());
        assertThat(forward.deviationBuckets()).isEqualTo(4).isEqualTo(backward.deviationBuckets());
    }

    private static UnitsHistory history(long units, int orders) {
        UnitsHistory history = UnitsHistory.EMPTY;
        for (int i = 0; i < orders; i++) {
            history = history.plus(units);
        }
        return history;
    }
}
