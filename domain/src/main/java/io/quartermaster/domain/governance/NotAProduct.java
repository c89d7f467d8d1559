package io.quartermaster.domain.governance;

import io.quartermaster.domain.event.Event;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.event.ReturnLine;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Lines of orders and returns that book something else than goods: nobody stocks, forecasts or
 * recommends postage. Besides the codes it is given, it knows gift vouchers ({@code gift_0001_20}),
 * test articles ({@code TEST001}) and numbered adjustments ({@code ADJUST2}) by their shape.
 *
 * <p>The default codes are those of shops whose cash desk books through the same table: postage
 * (POST, DOT), carriage (C2), entries by hand (M), discount (D), samples (S), bad debt (B), bank
 * charges, a marketplace's fee (AMAZONFEE), a charity's commission (CRUK), corrections (ADJUST) and
 * cushion pads added at a token price (PADS). Party bags and shop articles (DCGS…) are goods and
 * stay.
 */
final class NotAProduct implements Rule {

    /** Codes that are no goods where nobody says otherwise. */
    static final List<String> DEFAULT_CODES =
            List.of(
                    "POST",
                    "DOT",
                    "C2",
                    "M",
                    "D",
                    "S",
                    "B",
                    "BANK CHARGES",
                    "AMAZONFEE",
                    "CRUK",
                    "PADS",
                    "ADJUST");

    private static final Pattern SHAPES = Pattern.compile("GIFT_\\d+_\\d+|TEST\\d+|ADJUST\\d+");

    private final Set<String> codes;

    NotAProduct(Set<String> codes) {
        this.codes = Set.copyOf(codes);
    }

    @Override
    public String name() {
        return "not_a_product";
    }

    @Override
    public Optional<String> objection(Event event) {
        if (event instanceof OrderLine line) {
            return objection(line.item());
        }
        if (event instanceof ReturnLine line) {
            return objection(line.item());
        }
        return Optional.empty();
    }

    private Optional<String> objection(String item) {
        if (!isNoProduct(item.toUpperCase(Locale.ROOT))) {
            return Optional.empty();
        }
        return Optional.of("The item (" + item + ") books a charge or voucher, not goods.");
    }

    private boolean isNoProduct(String code) {
        return codes.contains(code) || (mayHaveShape(code) && SHAPES.matcher(code).matches());
    }

    private static boolean mayHaveShape(String code) {
        return !code.isEmpty() && "GTA".indexOf(code.charAt(0)) >= 0;
    }
}
