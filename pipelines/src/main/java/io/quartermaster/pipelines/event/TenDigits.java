package io.quartermaster.pipelines.event;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers of a solver for a reader: what its tolerance leaves beyond ten digits says nothing. */
public final class TenDigits {

    private TenDigits() {}

    public static double of(double value) {
        return new BigDecimal(value).round(new MathContext(10)).doubleValue();
    }
}
