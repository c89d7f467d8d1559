package io.quartermaster.pipelines.result;

import io.quartermaster.domain.event.IsoForms;
import io.quartermaster.domain.event.Padded;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;

/** Type of a result column: how SQL calls it and how a cell is written. */
public enum ColumnType {
    TEXT("STRING"),
    DAY("DATE"),
    /** ISO-8601 in UTC, for example {@code 2011-03-01T09:30:00Z}; SQL reads it as text. */
    INSTANT("STRING"),
    WHOLE("BIGINT"),
    NUMBER("DOUBLE"),
    MONEY("DECIMAL(18, 4)"),
    FLAG("BOOLEAN");

    private static final int DECIMALS = 9;

    /** Below it every whole number is a double of its own. */
    private static final double MANY = 1e15;

    private static final long BILLION = 1_000_000_000;

    /** Below it a double lies far less than a billionth from what its digits say. */
    private static final double FEW = 1_000;

    /** Nearer to the middle between two billionths, the digits themselves have to be looked at. */
    private static final double CLEAR = 0.49;

    private final String sqlName;

    ColumnType(String sqlName) {
        this.sqlName = sqlName;
    }

    /** The type in Flink SQL. */
    public String sqlName() {
        return sqlName;
    }

    /** The column type of a record component's type. */
    static ColumnType of(Class<?> type) {
        if (type == String.class || type.isEnum()) {
            return TEXT;
        }
        if (type == LocalDate.class) {
            return DAY;
        }
        if (type == Instant.class) {
            return INSTANT;
        }
        if (type == BigDecimal.class) {
            return MONEY;
        }
        if (type == boolean.class) {
            return FLAG;
        }
        if (type == int.class || type == long.class) {
            return WHOLE;
        }
        if (type == double.class) {
            return NUMBER;
        }
        throw new IllegalArgumentException(
                "The type (%s) cannot be a result column.".formatted(type.getName()));
    }

    /** One cell: plain decimals, nothing for null and NaN. */
    static String cell(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Double number) {
            return number(number);
        }
        if (value instanceof BigDecimal money) {
            return money.toPlainString();
        }
        if (value instanceof Instant instant) {
            return IsoForms.text(instant);
        }
        return value.toString();
    }

    /** Most numbers of a table are whole, and need no decimals to be looked at. */
    private static String number(double number) {
        if (Math.abs(number) < MANY && number == Math.rint(number)) {
            return Long.toString((long) number);
        }
        if (Math.abs(number) < FEW) {
            double billionths = Math.rint(number * BILLION);
            if (Math.abs(number * BILLION - billionths) < CLEAR) {
                return plain((long) billionths);
            }
        }
        return Double.isFinite(number) ? plain(BigDecimal.valueOf(number)) : "";
    }

    private static String plain(long billionths) {
        long size = Math.abs(billionths);
        String whole = (billionths < 0 ? "-" : "") + size / BILLION;
        long rest = size % BILLION;
        if (rest == 0) {
            return whole;
        }
        int digits = DECIMALS;
        for (; rest % 10 == 0; rest /= 10) {
            digits--;
        }
        return whole + "." + Padded.of(rest, digits);
    }

    private static String plain(BigDecimal number) {
        BigDecimal rounded = number.setScale(DECIMALS, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
