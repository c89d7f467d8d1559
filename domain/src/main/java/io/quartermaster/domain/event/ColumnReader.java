package io.quartermaster.domain.event;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * Reads the columns of one raw record as values and keeps every fault on the way. An optional
 * column that is empty gives the value that stands for "not given"; a faulty one gives it too, and
 * the record is then {@link #isFaulty() faulty} as a whole. Values in reasons are never personal:
 * personal columns are free text, which has no form to miss.
 */
final class ColumnReader {

    private static final int MAX_SHOWN = 60;
    private static final int MAX_NUMBER_LENGTH = 40;

    private final RawRecord record;
    private final ZoneId zone;
    private final Set<String> required;
    private final StringBuilder reason = new StringBuilder();
    private String rule = "";

    ColumnReader(RawRecord record, ZoneId zone, Set<String> required) {
        this.record = record;
        this.zone = zone;
        this.required = required;
    }

    boolean isFaulty() {
        return !rule.isEmpty();
    }

    /** Every fault that was met; the rule is missing_field if a column was empty. */
    Parsed.Faulty fault() {
        return new Parsed.Faulty(rule, reason.toString());
    }

    String source() {
        return record.source();
    }

    String text(String column) {
        String value = record.value(column).strip();
        if (value.isEmpty() && required.contains(column)) {
            missing(column);
        }
        return value;
    }

    /** The text of a column that this record needs, though not every record of its kind does. */
    String neededText(String column) {
        String value = text(column);
        if (value.isEmpty() && !required.contains(column)) {
            missing(column);
        }
        return value;
    }

    long whole(String column, long absent) {
        String text = text(column);
        if (text.isEmpty()) {
            return absent;
        }
        try {
            return wholeOf(text);
        } catch (ArithmeticException | NumberFormatException e) {
            malformed(column, text, "a whole number");
            return absent;
        }
    }

    int count(String column, int absent) {
        long value = whole(column, absent);
        if (value != (int) value) {
            malformed(column, text(column), "a whole number of at most nine digits");
            return absent;
        }
        return (int) value;
    }

    BigDecimal decimal(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            return BigDecimal.ZERO;
        }
        try {
            return decimalOf(text);
        } catch (NumberFormatException e) {
            malformed(column, text, "a decimal number");
            return BigDecimal.ZERO;
        }
    }

    /** A number, or a fraction of two such as {@code 1/3}. */
    double real(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            return 0;
        }
        try {
            return realOf(text);
        } catch (NumberFormatException e) {
            malformed(column, text, "a number");
            return 0;
        }
    }

    boolean flag(String column) {
        String text = text(column).toLowerCase(Locale.ROOT);
        switch (text) {
            case "true", "1" -> {
                return true;
            }
            case "", "false", "0" -> {}
            default -> malformed(column, text, "true or false");
        }
        return false;
    }

    Instant instant(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return EventTimes.parse(text, zone);
        } catch (DateTimeException e) {
            malformed(column, text, "an ISO-8601 time or epoch milliseconds");
            return null;
        }
    }

    LocalDate day(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            malformed(column, text, "an ISO-8601 date");
            return null;
        }
    }

    <E extends Enum<E>> E oneOf(String column, Class<E> type) {
        String text = text(column);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(text)) {
                return constant;
            }
        }
        if (!text.isEmpty()) {
            String names = Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT);
            malformed(column, text, "one of " + names.substring(1, names.length() - 1));
        }
        return null;
    }

    private static long wholeOf(String text) {
        int dot = text.indexOf('.');
        return dot < 0 ? Long.parseLong(text) : decimalOf(text).longValueExact();
    }

    private static BigDecimal decimalOf(String text) {
        if (text.length() > MAX_NUMBER_LENGTH || !isPlain(text)) {
            throw new NumberFormatException(text);
        }
        return new BigDecimal(text);
    }

    private static double realOf(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Double.parseDouble(plain(text));
        }
        double over = Double.parseDouble(plain(text.substring(0, slash).strip()));
        double under = Double.parseDouble(plain(text.substring(slash + 1).strip()));
        if (under == 0) {
            throw new NumberFormatException(text);
        }
        return over / under;
    }

    /** Refuses what Java takes beside decimal digits: NaN, infinity, hexadecimal, type suffixes. */
    private static String plain(String text) {
        boolean exponent = text.indexOf('e') >= 0 || text.indexOf('E') >= 0;
        if (text.length() > MAX_NUMBER_LENGTH || !(exponent || isPlain(text))) {
            throw new NumberFormatException(text);
        }
        if (exponent && !Double.isFinite(Double.parseDouble(text))) {
            throw new NumberFormatException(text);
        }
        return text;
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean sign = i == 0 && (c == '-' || c == '+');
            if (!sign && c != '.' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    private void missing(String column) {
        rule = "missing_field";
        add("The column (" + column + ") is empty.");
    }

    private void malformed(String column, String value, String wanted) {
        if (rule.isEmpty()) {
            rule = "malformed_field";
        }
        String shown = value.length() > MAX_SHOWN ? value.substring(0, MAX_SHOWN) + "…" : value;
        add("The column (" + column + ") holds (" + shown + "), not " + wanted + ".");
    }

    private void add(String fault) {
        if (!reason.isEmpty()) {
            reason.append(' ');
        }
        reason.append(fault);
    }
}
