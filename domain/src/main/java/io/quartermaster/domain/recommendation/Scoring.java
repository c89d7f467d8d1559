package io.quartermaster.domain.recommendation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A score as the sum of parts, and the sentence that names every part. Parts are whole millionths,
 * so that what the sentence says sums to the score exactly.
 *
 * @param millionths the score
 * @param reason whose or which purchases carried how much, and what stock took off
 */
record Scoring(long millionths, String reason) {

    private static final int NAMED = 3;
    private static final double MILLION = 1e6;

    /** The score as a number. */
    double score() {
        return millionths / MILLION;
    }

    /** "bought A (0.41), B (0.22) and 3 others (0.1)". */
    static Scoring ofItems(List<Carrier> carriers, StockOutlook outlook, double factor) {
        Sum sum = new Sum();
        String verb = "";
        for (Carrier carrier : named(carriers)) {
            String own = carrier.bought() ? "bought " : "looked at ";
            sum.add((own.equals(verb) ? "" : own) + carrier.name(), carrier.amount());
            verb = own;
        }
        sum.addOthers(carriers);
        return sum.finish(sum.sentence(), outlook, factor);
    }

    /** "A (0.41), B (0.22) and 3 others (0.1) chose it". */
    static Scoring ofCustomers(List<Carrier> carriers, StockOutlook outlook, double factor) {
        Sum sum = new Sum();
        for (Carrier carrier : named(carriers)) {
            sum.add(carrier.name(), carrier.amount());
        }
        sum.addOthers(carriers);
        boolean allBought = carriers.stream().allMatch(Carrier::bought);
        String deed = allBought ? " bought it" : " bought or looked at it";
        return sum.finish(sum.sentence() + deed, outlook, factor);
    }

    /** "37 of 420 customers bought it (0.088)". */
    static Scoring ofPopularity(
            int buyers, int customers, double amount, StockOutlook outlook, double factor) {
        Sum sum = new Sum();
        sum.add("%d of %d customers bought it".formatted(buyers, customers), amount);
        return sum.finish(sum.sentence(), outlook, factor);
    }

    /**
     * The sentences above joined by semicolons, those that say nothing left out.
     *
     * @param own items of the customer's own, the largest first
     * @param customers neighbours, the largest first
     * @param popularity whose name is a whole sentence, such as "37 of 420 customers bought it"
     */
    static Scoring ofParts(List<Carrier> own, List<Carrier> customers, List<Carrier> popularity) {
        List<Scoring> said = new ArrayList<>();
        if (!own.isEmpty()) {
            said.add(ofItems(own, null, 1));
        }
        if (!customers.isEmpty()) {
            said.add(ofCustomers(customers, null, 1));
        }
        for (Carrier one : popularity) {
            Sum sum = new Sum();
            sum.add(one.name(), one.amount());
            said.add(sum.finish(sum.sentence(), null, 1));
        }
        return new Scoring(
                said.stream().mapToLong(Scoring::millionths).sum(),
                said.stream().map(Scoring::reason).collect(Collectors.joining("; ")));
    }

    private static List<Carrier> named(List<Carrier> carriers) {
        return carriers.subList(0, Math.min(NAMED, carriers.size()));
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** Gathers parts. */
    private static final class Sum {

        private final List<String> words = new ArrayList<>();
        private long total;

        private void add(String what, double amount) {
            long part = Math.round(amount * MILLION);
            total += part;
            words.add(what + " (" + plain(part / MILLION) + ")");
        }

        private void addOthers(List<Carrier> carriers) {
            int others = carriers.size() - NAMED;
            if (others > 0) {
                double rest = 0;
                for (Carrier carrier : carriers.subList(NAMED, carriers.size())) {
                    rest += carrier.amount();
                }
                add(others == 1 ? "1 other" : others + " others", rest);
            }
        }

        private String sentence() {
            int last = words.size() - 1;
            return last == 0
                    ? words.get(0)
                    : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
        }

        private Scoring finish(String sentence, StockOutlook outlook, double factor) {
            if (outlook == null || !outlook.runsOut()) {
                return new Scoring(total, sentence);
            }
            long taken = total - Math.round(total * factor);
            String stock =
                    "; stock of %s against %s expected takes off (%s)"
                            .formatted(
                                    plain(outlook.onHand()),
                                    plain(Math.round(outlook.expected() * 10) / 10.0),
                                    plain(-taken / MILLION));
            return new Scoring(total - taken, sentence + stock);
        }
    }
}
