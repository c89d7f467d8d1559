package io.quartermaster.domain.recommendation;

import java.util.ArrayList;
import java.util.List;

/**
 * A score as the sum of its parts, and the sentence that names every part. What many carriers add
 * is named for the first three, and summed for the others.
 *
 * @param millionths the score
 * @param reason what carried how much, and what stock took off
 * @param parts they sum to the score
 */
public record Scoring(long millionths, String reason, List<ScorePart> parts) {

    private static final int NAMED = 3;
    private static final double MILLION = 1e6;

    public Scoring {
        parts = List.copyOf(parts);
    }

    /** The score as a number. */
    public double score() {
        return millionths / MILLION;
    }

    /** Gathers parts, in the order in which the sentence names them. */
    public static final class Builder {

        private final List<ScorePart> parts = new ArrayList<>();
        private final StringBuilder sentence = new StringBuilder();
        private long total;

        /** "bought A (0.41), B (0.22) and 3 others (0.1)", the largest first. */
        public Builder items(List<Carrier> carriers) {
            List<String> words = new ArrayList<>();
            String verb = "";
            for (Carrier carrier : named(carriers)) {
                String own = carrier.bought() ? "bought " : "looked at ";
                PartKind kind = carrier.bought() ? PartKind.BOUGHT : PartKind.LOOKED_AT;
                words.add((own.equals(verb) ? "" : own) + said(kind, carrier));
                verb = own;
            }
            addOthers(carriers, words);
            return clause(listed(words));
        }

        /** "A (0.41), B (0.22) and 3 others (0.1) bought it", the largest first. */
        public Builder customers(List<Carrier> carriers) {
            List<String> words = new ArrayList<>();
            for (Carrier carrier : named(carriers)) {
                words.add(said(PartKind.CUSTOMER, carrier));
            }
            addOthers(carriers, words);
            boolean allBought = carriers.stream().allMatch(Carrier::bought);
            return clause(listed(words) + (allBought ? " bought it" : " bought or looked at it"));
        }

        /** "like A (0.41) and B (0.22)", items of the customer's own, the largest first. */
        public Builder content(List<Carrier> carriers) {
            List<String> words = new ArrayList<>();
            for (Carrier carrier : named(carriers)) {
                words.add(said(PartKind.CONTENT, carrier));
            }
            addOthers(carriers, words);
            return clause("like " + listed(words));
        }

        /** "37 of 420 customers bought it (0.088)". */
        public Builder popularity(int buyers, long customers, double amount) {
            String who = buyers + " of " + customers + " customers bought it";
            return clause(who + " " + in(add(PartKind.POPULARITY, "", amount)));
        }

        /**
         * What the share of new items adds, so that all parts come to a value; nothing where they
         * do already.
         */
        public Builder exploration(String brand, boolean onTrial, double brandScore, double value) {
            long rest = Math.round(value * MILLION) - total;
            if (rest <= 0) {
                return this;
            }
            add(new ScorePart(PartKind.EXPLORATION, brand, rest));
            String who = onTrial ? brand + " is on trial with" : "it is new and " + brand + " has";
            long rounded = Math.round(brandScore * 100);
            return clause(who + " score " + plain(rounded * 10_000) + " " + in(rest));
        }

        /**
         * What low stock takes off all before.
         *
         * @param outlook null if it is not known
         */
        public Builder stock(StockOutlook outlook, double factor) {
            if (outlook == null || !outlook.runsOut()) {
                return this;
            }
            long taken = Math.round(total * factor) - total;
            add(new ScorePart(PartKind.STOCK, "", taken));
            return clause(
                    "stock of "
                            + plain(Math.round(outlook.onHand() * MILLION))
                            + " against "
                            + plain(Math.round(outlook.expected() * 10) * 100_000)
                            + " expected takes off "
                            + in(taken));
        }

        /** What brings all before to the chance that a trained ranker gives, 0 to 1. */
        public Builder ranker(double chance) {
            long rest = Math.max(1, Math.round(chance * MILLION)) - total;
            add(new ScorePart(PartKind.RANKER, "", rest));
            return clause("by the model its chance is " + plain(total) + " " + in(rest));
        }

        /** What the parts sum to so far. */
        public long millionths() {
            return total;
        }

        public Scoring build() {
            return new Scoring(total, sentence.toString(), parts);
        }

        private static List<Carrier> named(List<Carrier> carriers) {
            return carriers.subList(0, Math.min(NAMED, carriers.size()));
        }

        private String said(PartKind kind, Carrier carrier) {
            return carrier.name() + " " + in(add(kind, carrier.name(), carrier.amount()));
        }

        private void addOthers(List<Carrier> carriers, List<String> words) {
            int others = carriers.size() - NAMED;
            if (others > 0) {
                double rest = 0;
                for (Carrier carrier : carriers.subList(NAMED, carriers.size())) {
                    rest += carrier.amount();
                }
                long part = add(PartKind.OTHERS, Integer.toString(others), rest);
                words.add((others == 1 ? "1 other " : others + " others ") + in(part));
            }
        }

        private Builder clause(String words) {
            sentence.append(sentence.isEmpty() ? "" : "; ").append(words);
            return this;
        }

        private long add(PartKind kind, String source, double amount) {
            return add(ScorePart.of(kind, source, amount));
        }

        private long add(ScorePart part) {
            parts.add(part);
            total += part.millionths();
            return part.millionths();
        }

        private static String listed(List<String> words) {
            int last = words.size() - 1;
            return last == 0
                    ? words.get(0)
                    : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
        }

        private static String in(long millionths) {
            return "(" + plain(millionths) + ")";
        }
    }

    /** Millionths as a decimal number without needless zeros. */
    static String plain(long millionths) {
        long size = Math.abs(millionths);
        String whole = (millionths < 0 ? "-" : "") + size / 1_000_000;
        long rest = size % 1_000_000;
        if (rest == 0) {
            return whole;
        }
        StringBuilder digits = new StringBuilder(Long.toString(1_000_000 + rest));
        digits.setCharAt(0, '.');
        while (digits.charAt(digits.length() - 1) == '0') {
            digits.setLength(digits.length() - 1);
        }
        return whole + digits;
    }
}
