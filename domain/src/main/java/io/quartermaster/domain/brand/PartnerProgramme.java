package io.quartermaster.domain.brand;

import io.quartermaster.domain.optimisation.IntegerProgramme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The choice of partners as an integer programme: of brands and items the most valuable within the
 * limits that they share. The rows of the limits stand last, from {@link #firstLimit}.
 */
final class PartnerProgramme {

    private static final double NONE = Double.NEGATIVE_INFINITY;
    private static final String MEAN_RISK = "mean risk";

    private final List<PartnerColumns> columns = new ArrayList<>();
    private final IntegerProgramme programme;
    private final int firstLimit;
    private final int count;
    private final double[] invested;
    private final double meanRisk;

    PartnerProgramme(List<PartnerCandidate> candidates, PartnerLimits limits, PartnerRules rules) {
        IntegerProgramme.Builder builder = new IntegerProgramme.Builder();
        for (PartnerCandidate candidate : candidates) {
            columns.add(PartnerColumns.of(candidate, rules, builder));
        }
        count = builder.build().cost().length;
        columns.forEach(ofOne -> ofOne.tie(builder, count));
        firstLimit = builder.build().rows().size();
        invested = new double[count];
        meanRisk = limits.meanRisk();
        share(builder, limits);
        categories(builder, limits);
        ExclusiveRows.add(builder, count, columns);
        programme = builder.build();
    }

    IntegerProgramme programme() {
        return programme;
    }

    List<PartnerColumns> columns() {
        return columns;
    }

    /** Index of the first row that is a limit which the candidates share. */
    int firstLimit() {
        return firstLimit;
    }

    private void share(IntegerProgramme.Builder builder, PartnerLimits limits) {
        double[] budget = new double[count];
        double[] volume = new double[count];
        double[] partners = new double[count];
        double[] risk = new double[count];
        Map<String, double[]> suppliers = new LinkedHashMap<>();
        Map<String, double[]> categories = new LinkedHashMap<>();
        for (PartnerColumns ofOne : columns) {
            PartnerCandidate candidate = ofOne.candidate();
            budget[ofOne.onboard()] = candidate.onboardingCost();
            budget[ofOne.trial()] = candidate.trialCost();
            partners[ofOne.onboard()] = 1;
            partners[ofOne.trial()] = 1;
            double[] supplier =
                    suppliers.computeIfAbsent(candidate.supplier(), name -> new double[count]);
            for (int i = 0; i < ofOne.items().length; i++) {
                PartnerCandidate.Item item = candidate.items().get(i);
                double[] category =
                        categories.computeIfAbsent(item.category(), name -> new double[count]);
                put(budget, ofOne, i, item.investment());
                put(invested, ofOne, i, item.investment());
                put(volume, ofOne, i, item.volume());
                put(supplier, ofOne, i, item.investment());
                put(category, ofOne, i, item.investment());
                put(risk, ofOne, i, item.investment() * (candidate.risk() - limits.meanRisk()));
            }
        }
        add(builder, "budget", budget, limits.budget());
        add(builder, "storage volume", volume, limits.storageVolume());
        add(builder, "partners", partners, limits.mostPartners());
        suppliers.forEach(
                (name, row) ->
                        add(
                                builder,
                                "investment with supplier " + name,
                                row,
                                limits.supplierInvestment()));
        categories.forEach(
                (name, row) ->
                        add(
                                builder,
                                "investment in category " + name,
                                row,
                                limits.categoryInvestment()));
        add(builder, MEAN_RISK, risk, Double.isFinite(limits.meanRisk()) ? 0 : -NONE);
    }

    private static void put(double[] row, PartnerColumns of, int item, double amount) {
        row[of.items()[item]] = amount;
        row[of.trialItems()[item]] = amount * of.rules().trialShare();
    }

    private static void add(
            IntegerProgramme.Builder builder, String name, double[] row, double limit) {
        if (Double.isFinite(limit)) {
            builder.row(name, NONE, row, limit);
        }
    }

    private void categories(IntegerProgramme.Builder builder, PartnerLimits limits) {
        limits.categories()
                .forEach(
                        (name, items) -> {
                            if (items.least() > 0) {
                                double[] takenOn = itemsOf(name, -1, 0);
                                builder.row(leastOf(name), NONE, takenOn, -items.least());
                            }
                            if (items.most() < Integer.MAX_VALUE) {
                                double[] all = itemsOf(name, 1, 1);
                                builder.row(
                                        "most items of category " + name, NONE, all, items.most());
                            }
                        });
    }

    private double[] itemsOf(String category, double takenOn, double tried) {
        double[] row = new double[count];
        for (PartnerColumns ofOne : columns) {
            for (int i = 0; i < ofOne.items().length; i++) {
                if (ofOne.candidate().items().get(i).category().equals(category)) {
                    row[ofOne.items()[i]] = takenOn;
                    row[ofOne.trialItems()[i]] = tried;
                }
            }
        }
        return row;
    }

    static String leastOf(String category) {
        return "least items of category " + category;
    }

    /** The programme with rows above the first limit's index relaxed by an amount each. */
    IntegerProgramme relaxed(Map<Integer, Double> amounts) {
        List<IntegerProgramme.Row> rows = new ArrayList<>(programme.rows());
        amounts.forEach((row, by) -> rows.set(row, rows.get(row).upTo(rows.get(row).right() + by)));
        return programme.with(rows);
    }

    /** A limit in words, with how much it would have to give; an exclusivity gives as a whole. */
    String words(int row, double amount) {
        IntegerProgramme.Row limit = programme.rows().get(row);
        return ExclusiveRows.isOne(limit)
                ? limit.name()
                : String.format(Locale.ROOT, "%s by %.4g", limit.name(), amount);
    }

    /** The programme with a row less. */
    IntegerProgramme without(int row) {
        List<IntegerProgramme.Row> rows = new ArrayList<>(programme.rows());
        rows.remove(row);
        return programme.with(rows);
    }

    /** The programme with a column of 0 or 1 held at a value. */
    IntegerProgramme held(int column, double value) {
        double[] lower = programme.lower().clone();
        double[] upper = programme.upper().clone();
        lower[column] = value;
        upper[column] = value;
        return programme.within(lower, upper);
    }

    /** By how much x exceeds each limit that it exceeds. */
    Map<Integer, Double> exceeded(double[] x) {
        Map<Integer, Double> exceeded = new LinkedHashMap<>();
        for (int row = firstLimit; row < programme.rows().size(); row++) {
            IntegerProgramme.Row limit = programme.rows().get(row);
            double by = limit.activity(x) - limit.right();
            if (by > 1e-9 * Math.max(1, Math.abs(limit.right()))) {
                exceeded.put(row, by);
            }
        }
        return exceeded;
    }

    /** How far a choice uses the limits; what candidates demand of each other is no such limit. */
    List<PartnerChoice.LimitUse> uses(double[] x) {
        List<PartnerChoice.LimitUse> uses = new ArrayList<>();
        for (int row = firstLimit; row < programme.rows().size(); row++) {
            IntegerProgramme.Row limit = programme.rows().get(row);
            if (ExclusiveRows.isOne(limit)) {
                continue;
            }
            double sign = limit.name().startsWith(leastOf("")) ? -1 : 1;
            double most = limit.name().equals(MEAN_RISK) ? meanRisk : sign * limit.right();
            double used =
                    limit.name().equals(MEAN_RISK)
                            ? most + inItsUnit(row, limit.activity(x), x)
                            : sign * limit.activity(x);
            uses.add(new PartnerChoice.LimitUse(limit.name(), used + 0.0, most + 0.0));
        }
        return uses;
    }

    /** An amount of a row as a change of its limit: the mean risk is one per unit of money. */
    double inItsUnit(int row, double amount, double[] x) {
        if (!programme.rows().get(row).name().equals(MEAN_RISK)) {
            return amount;
        }
        double sum = 0;
        for (int column = 0; column < count; column++) {
            sum += invested[column] * x[column];
        }
        return sum > 0 ? amount / sum : -meanRisk;
    }
}
