package io.quartermaster.domain.risk;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Chance that an order line comes late, from what is known when it is ordered: the decayed late
 * share of each of its groups ({@link LateRates}), its lead time and its numbers, by boosted trees.
 *
 * @param groupColumns names of the columns of groups
 * @param numberColumns names of the columns of numbers
 * @param options how it was trained
 * @param asOfDay epoch day up to which it knows
 * @param rates late shares as of that day
 * @param trees over log odds of the groups, then lead days, then numbers
 */
public record LateDeliveryModel(
        List<String> groupColumns,
        List<String> numberColumns,
        Options options,
        long asOfDay,
        LateRates.Snapshot rates,
        BoostedTrees trees) {

    public LateDeliveryModel {
        groupColumns = List.copyOf(groupColumns);
        numberColumns = List.copyOf(numberColumns);
    }

    /**
     * How to train.
     *
     * @param halfLifeDays after which a line's weight in the late shares is halved
     * @param priorLines how many lines the share of all lines counts in that of a group
     * @param trees of the trees
     */
    public record Options(double halfLifeDays, double priorLines, BoostedTrees.Options trees) {

        public Options {
            if (!(halfLifeDays > 0 && priorLines > 0)) {
                throw new IllegalArgumentException(
                        "The halfLifeDays (%s) and priorLines (%s) must be positive."
                                .formatted(halfLifeDays, priorLines));
            }
        }

        /** Chosen by cross-validation in time on the first 70 % of the SCMS deliveries. */
        public static Options defaults(long seed) {
            return new Options(1000, 5, new BoostedTrees.Options(5, 100, 3, 0.05, 50, 0.5, seed));
        }
    }

    /**
     * Trains on lines whose end is known.
     *
     * @throws IllegalArgumentException when there is no late line or none in time
     */
    public static LateDeliveryModel train(
            List<SupplyLine> lines,
            List<String> groupColumns,
            List<String> numberColumns,
            Options options) {
        long late = lines.stream().filter(SupplyLine::isLate).count();
        if (late == 0 || late == lines.size()) {
            throw new IllegalArgumentException(
                    "The lines to learn from (%d, of which %d late) must hold late ones and others.\nMaybe give a longer history."
                            .formatted(lines.size(), late));
        }
        LateRates rates =
                new LateRates(groupColumns.size(), options.halfLifeDays(), options.priorLines());
        double[][] odds = rates.asOrdered(lines, lines, Long.MAX_VALUE);
        boolean[] isLate = new boolean[lines.size()];
        double[][] rows = new double[lines.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row(odds[i], lines.get(i));
            isLate[i] = lines.get(i).isLate();
        }
        return new LateDeliveryModel(
                groupColumns,
                numberColumns,
                options,
                lines.stream().mapToLong(SupplyLine::dueDay).max().orElseThrow(),
                all(lines, groupColumns.size(), options).snapshot(),
                BoostedTrees.train(rows, isLate, options.trees()));
    }

    private static LateRates all(List<SupplyLine> lines, int columns, Options options) {
        LateRates rates = new LateRates(columns, options.halfLifeDays(), options.priorLines());
        lines.stream().sorted(Comparator.comparingLong(SupplyLine::dueDay)).forEach(rates::add);
        return rates;
    }

    private static double[] row(double[] odds, SupplyLine line) {
        double[] row = new double[odds.length + 1 + line.numbers().length];
        System.arraycopy(odds, 0, row, 0, odds.length);
        row[odds.length] = line.leadDays();
        System.arraycopy(line.numbers(), 0, row, odds.length + 1, line.numbers().length);
        return row;
    }

    /** Chance of lines ordered after the model's last day, 0 to 1. */
    public double[] chances(List<SupplyLine> lines) {
        return asked().chances(lines);
    }

    /** {@link Asked#reason} of one line. */
    public String reason(SupplyLine line) {
        return asked().reason(line);
    }

    /** The model made ready to be asked often. */
    public Asked asked() {
        return new Asked(this, new LateRates(rates, options.halfLifeDays(), options.priorLines()));
    }

    /** A model with its late shares at hand. */
    public static final class Asked {
        private final LateDeliveryModel model;
        private final LateRates known;

        private Asked(LateDeliveryModel model, LateRates known) {
            this.model = model;
            this.known = known;
        }

        /** Chance of lines ordered after the model's last day, 0 to 1. */
        public double[] chances(List<SupplyLine> lines) {
            return lines.stream()
                    .mapToDouble(line -> model.trees.chance(row(odds(line), line)))
                    .toArray();
        }

        /**
         * The group of a line that is late most often, as a reason: {@code Vendor (A) is late in 31
         * % of its lines; all lines in 10 %}.
         */
        public String reason(SupplyLine line) {
            double[] odds = odds(line);
            int most = 0;
            for (int column = 1; column < odds.length; column++) {
                most = odds[column] > odds[most] ? column : most;
            }
            return String.format(
                    Locale.ROOT,
                    "%s (%s) is late in %.0f %% of its lines; all lines in %.0f %%",
                    model.groupColumns.get(most),
                    line.groups().get(most).replace("\n", ", "),
                    100 / (1 + Math.exp(-odds[most])),
                    100 * known.shareOfAll(model.asOfDay + 1));
        }

        private double[] odds(SupplyLine line) {
            return known.logOdds(line, model.asOfDay + 1);
        }
    }

    /**
     * Chance of lines that may have been ordered before the model's last day: each by late shares
     * as they were known when it was ordered, and none by what came after that day.
     *
     * @param learned the lines the model was trained on
     */
    public double[] chancesAsOrdered(List<SupplyLine> learned, List<SupplyLine> lines) {
        LateRates walk =
                new LateRates(groupColumns.size(), options.halfLifeDays(), options.priorLines());
        double[][] odds = walk.asOrdered(learned, lines, asOfDay + 1);
        double[] chances = new double[lines.size()];
        for (int i = 0; i < chances.length; i++) {
            chances[i] = trees.chance(row(odds[i], lines.get(i)));
        }
        return chances;
    }
}
