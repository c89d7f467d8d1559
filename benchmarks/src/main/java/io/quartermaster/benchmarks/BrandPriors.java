package io.quartermaster.benchmarks;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quartermaster.domain.brand.BrandPrior;
import io.quartermaster.domain.brand.BrandRates;
import io.quartermaster.domain.satisfaction.Evidence;
import io.quartermaster.domain.satisfaction.SatisfactionIndicator;
import io.quartermaster.domain.satisfaction.SatisfactionRules;
import io.quartermaster.domain.satisfaction.SatisfactionScoring;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a brand's cluster and offer let one expect of it, everything it did hidden: the prior of
 * returns and satisfaction against what the brand came to over the whole run, beside the rates of
 * its category. Clusters are those of the day of its offer, when experts alone had judged it. The
 * satisfaction is that of returns, complaints, ratings and punctuality.
 */
final class BrandPriors implements Figure {

    private static final double LEAST_UNITS = 100;
    private static final SatisfactionRules RULES = SatisfactionRules.standard();
    private static final SatisfactionScoring SCORING = new SatisfactionScoring(RULES);

    private final Map<String, String> brandOfItem = new HashMap<>();
    private final Map<String, double[]> sums = new TreeMap<>();

    /** Sums of absolute errors. */
    private static final class Errors {
        private double returns;
        private double returnsOfCategory;
        private double satisfaction;
        private double satisfactionOfCategory;
        private int brands;
    }

    @Override
    public String name() {
        return "brand-priors";
    }

    @Override
    public String asked() {
        return "mean absolute error of a brand's returns and satisfaction, all it did hidden: less by its prior than by its category's mean";
    }

    @Override
    public String command() {
        return new BrandQuality().command();
    }

    @Override
    public Reached measure(Workshop workshop) throws IOException, InterruptedException {
        Path tables = BrandQuality.judged(workshop).resolve("csv");
        sum(tables);
        List<BrandRates> market = new ArrayList<>();
        for (NamedCsvRecord row : firstRows(tables)) {
            double[] own = sums.get(row.getField("brand"));
            if (own != null) {
                market.add(
                        new BrandRates(
                                row.getField("brand"),
                                row.getField("cluster"),
                                row.getField("category"),
                                LocalDate.EPOCH,
                                own));
            }
        }
        Errors errors = new Errors();
        for (BrandRates brand : market) {
            if (SatisfactionIndicator.RETURNS.trials(brand.sums()) >= LEAST_UNITS) {
                add(brand, market, errors);
            }
        }
        return Reached.of(
                String.format(
                        Locale.ROOT,
                        "returns %.4f, satisfaction %.4f over %d brands",
                        errors.returns / errors.brands,
                        errors.satisfaction / errors.brands,
                        errors.brands),
                String.format(
                        Locale.ROOT,
                        "%.3f and %.3f of the category mean's",
                        errors.returns / errors.returnsOfCategory,
                        errors.satisfaction / errors.satisfactionOfCategory),
                errors.returns < errors.returnsOfCategory
                        && errors.satisfaction < errors.satisfactionOfCategory);
    }

    /** The first row of each brand, in the order of names. */
    private static List<NamedCsvRecord> firstRows(Path tables) throws IOException {
        Map<String, NamedCsvRecord> first = new TreeMap<>();
        for (NamedCsvRecord row : TableRows.of(tables.resolve("brand_priors.csv"))) {
            first.merge(
                    row.getField("brand"),
                    row,
                    (one, other) ->
                            Comparator.<NamedCsvRecord, String>comparing(
                                                            some -> some.getField("event_day"))
                                                    .compare(one, other)
                                            <= 0
                                    ? one
                                    : other);
        }
        return List.copyOf(first.values());
    }

    private static void add(BrandRates brand, List<BrandRates> market, Errors errors) {
        BrandRates hidden =
                new BrandRates(
                        brand.brand(),
                        brand.cluster(),
                        brand.category(),
                        brand.day(),
                        new double[Evidence.COUNT]);
        BrandPrior prior = BrandPrior.of(brand.day(), hidden, market, RULES);
        double[] category = new double[Evidence.COUNT];
        for (BrandRates other : market) {
            boolean alike =
                    other.category().equals(brand.category())
                            && !other.brand().equals(brand.brand());
            for (int i = 0; i < category.length && alike; i++) {
                category[i] += other.sums()[i];
            }
        }
        double returned = returns(brand.sums());
        double satisfied = satisfaction(brand.sums());
        errors.brands++;
        errors.returns += Math.abs(prior.returnsPrior() - returned);
        errors.returnsOfCategory += Math.abs(returns(category) - returned);
        errors.satisfaction += Math.abs(prior.satisfactionPrior() - satisfied);
        errors.satisfactionOfCategory += Math.abs(satisfaction(category) - satisfied);
    }

    private static double returns(double[] some) {
        return SatisfactionIndicator.RETURNS.events(some)
                / SatisfactionIndicator.RETURNS.trials(some);
    }

    private static double satisfaction(double[] some) {
        return SCORING.score("brand", "", LocalDate.EPOCH, some).orElseThrow().score();
    }

    private void sum(Path tables) throws IOException {
        for (NamedCsvRecord row : TableRows.of(tables.resolve("items.csv"))) {
            brandOfItem.put(row.getField("item"), row.getField("brand"));
        }
        for (NamedCsvRecord row : TableRows.of(tables.resolve("orders.csv"))) {
            add(row, Evidence.ORDER_LINES, 1);
            add(row, Evidence.ORDERED_UNITS, Double.parseDouble(row.getField("units")));
        }
        for (NamedCsvRecord row : TableRows.of(tables.resolve("returns.csv"))) {
            boolean sentBack = !Boolean.parseBoolean(row.getField("cancellation"));
            double units = Double.parseDouble(row.getField("units"));
            add(row, Evidence.RETURNED_UNITS, sentBack ? units : 0);
        }
        for (NamedCsvRecord row : TableRows.of(tables.resolve("feedback.csv"))) {
            int rating = Integer.parseInt(row.getField("rating"));
            add(row, Evidence.COMPLAINTS, row.getField("complaint").isEmpty() ? 0 : 1);
            add(row, Evidence.RATINGS, rating > 0 ? 1 : 0);
            add(row, Evidence.RATING_POINTS, rating > 0 ? (rating - 1) / 4.0 : 0);
        }
        for (NamedCsvRecord row : TableRows.of(tables.resolve("deliveries.csv"))) {
            String promised = row.getField("promised_at");
            String delivered = row.getField("delivered_at");
            boolean counts =
                    row.getField("direction").equalsIgnoreCase("outbound") && !promised.isEmpty();
            boolean late = delivered.isEmpty() || delivered.compareTo(promised) > 0;
            add(row, Evidence.PROMISES, counts ? 1 : 0);
            add(row, Evidence.LATE, counts && late ? 1 : 0);
        }
    }

    private void add(NamedCsvRecord row, Evidence evidence, double amount) {
        String brand = brandOfItem.getOrDefault(row.getField("item"), "");
        if (!brand.isEmpty()) {
            sums.computeIfAbsent(brand, none -> new double[Evidence.COUNT])[evidence.index()] +=
                    amount;
        }
    }
}
