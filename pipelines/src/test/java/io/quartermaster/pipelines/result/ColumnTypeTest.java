package io.quartermaster.pipelines.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnTypeTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "3, 3",
        "-17, -17",
        "0.5, 0.5",
        "2.50, 2.5",
        "1e-12, 0",
        "999999999999999, 999999999999999",
        "1e15, 1000000000000000",
        "1e22, 10000000000000000000000",
        "NaN, ''",
        "Infinity, ''"
    })
    void numbersArePlainDecimals(double number, String cell) {
        assertThat(ColumnType.cell(number)).isEqualTo(cell);
    }

    /** Whole numbers and small ones take a shorter way to the same cell. */
    @Test
    void aNumberIsTheDecimalThatJavaWrites() {
        Random random = new Random(11);
        for (int i = 0; i < 50_000; i++) {
            double any = random.nextGaussian() * Math.pow(10, random.nextInt(18));
            double grain = Math.pow(10, random.nextInt(12));
            expectPlain(any);
            expectPlain(Math.rint(any));
            expectPlain(random.nextGaussian());
            expectPlain(Math.rint(random.nextGaussian() * 100 * grain) / grain);
        }
    }

    @Test
    void theMiddleBetweenTwoBillionthsGoesToTheEvenOne() {
        for (int i = 0; i < 20_000; i++) {
            double middle = (i * 37_199L + 0.5) / 1e9;
            expectPlain(middle);
            expectPlain(-middle);
            expectPlain(Math.nextUp(middle));
            expectPlain(Math.nextDown(middle));
        }
    }

    private static void expectPlain(double number) {
        BigDecimal decimal = BigDecimal.valueOf(number).setScale(9, RoundingMode.HALF_EVEN);
        String plain = decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
        assertThat(ColumnType.cell(number)).isEqualTo(plain);
    }
}
