package io.quartermaster.domain.governance;

import io.quartermaster.domain.event.Event;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.event.ReturnLine;
import java.util.Locale;
import java.util.Optional;

/**
 * Repairs stock codes of five digits whose letters were typed in lower case: {@code 85123a} is the
 * same article as {@code 85123A}. Codes of any other shape are left alone, since elsewhere case may
 * tell two items apart.
 */
final class StockCodeCase {

    private static final int DIGITS = 5;
    private static final int MOST_LETTERS = 2;

    private StockCodeCase() {}

    static Optional<Verdict.Repaired> repair(Event event) {
        if (event instanceof OrderLine line && isLowerCase(line.item())) {
            String note = note(line.item());
            return Optional.of(new Verdict.Repaired(repaired(line, note), note));
        }
        if (event instanceof ReturnLine line && isLowerCase(line.item())) {
            String note = note(line.item());
            return Optional.of(new Verdict.Repaired(repaired(line, note), note));
        }
        return Optional.empty();
    }

    private static boolean isLowerCase(String code) {
        if (code.length() <= DIGITS || code.length() > DIGITS + MOST_LETTERS) {
            return false;
        }
        boolean lower = false;
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            boolean small = c >= 'a' && c <= 'z';
            boolean fits = i < DIGITS ? c >= '0' && c <= '9' : small || (c >= 'A' && c <= 'Z');
            if (!fits) {
                return false;
            }
            lower |= small;
        }
        return lower;
    }

    private static String upper(String code) {
        return code.toUpperCase(Locale.ROOT);
    }

    private static String note(String code) {
        return "item " + code + " is " + upper(code);
    }

    private static OrderLine repaired(OrderLine line, String note) {
        return new OrderLine(
                line.id(),
                line.time(),
                line.source(),
                line.order(),
                upper(line.item()),
                line.place(),
                line.customer(),
                line.seller(),
                line.region(),
                line.units(),
                line.unitPrice(),
                line.discount(),
                line.freight(),
                line.currency(),
                line.promotion(),
                note);
    }

    private static ReturnLine repaired(ReturnLine line, String note) {
        return new ReturnLine(
                line.id(),
                line.time(),
                line.source(),
                line.order(),
                upper(line.item()),
                line.place(),
                line.customer(),
                line.seller(),
                line.units(),
                line.unitPrice(),
                line.currency(),
                line.reason(),
                line.cancellation(),
                line.matchedOrder(),
                line.orderedAt(),
                note);
    }
}
