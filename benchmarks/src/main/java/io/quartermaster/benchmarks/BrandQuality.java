package io.quartermaster.benchmarks;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * How far the score of a brand follows its hidden quality, in a generated marketplace of a hundred
 * brands, so many days after each brand's launch.
 */
final class BrandQuality implements Figure {

    private static final int[] DAYS = {30, 60, 90};
    private static final double RANK_CORRELATION_ASKED = 0.8;
    private static final String[] MARKETPLACE = {
        "generate", "--brands", "100", "--skus", "400", "--days", "130", "--seed", "5"
    };

    /** What was said of a brand on a day. */
    private record Said(double score, double quality) {}

    @Override
    public String name() {
        return "brand-quality";
    }

    @Override
    public String asked() {
        return "rank correlation of hidden quality and score after 30, 60 and 90 days: rising, at least 0.8 at 90";
    }

    @Override
    public String command() {
        return "bin/quartermaster "
                + String.join(" ", MARKETPLACE)
                + " --output market && bin/quartermaster backfill --events market --model none --output out";
    }

    @Override
    public Reached measure(Workshop workshop) throws IOException, InterruptedException {
        Path market = market(workshop);
        Path output = judged(workshop);
        List<NamedCsvRecord> brands = TableRows.of(market.resolve("truth_brands.csv"));
        Map<String, NavigableMap<LocalDate, Said>> said = said(output);
        List<String> scores = new ArrayList<>();
        List<String> ratings = new ArrayList<>();
        double before = -1;
        boolean rising = true;
        for (int days : DAYS) {
            double correlation = correlation(brands, said, days, Said::score);
            rising &= correlation >= before;
            before = correlation;
            scores.add(text(correlation));
            ratings.add(text(correlation(brands, said, days, Said::quality)));
        }
        return Reached.of(
                "score " + String.join(", ", scores),
                "rating of quality alone " + String.join(", ", ratings),
                rising && before >= RANK_CORRELATION_ASKED);
    }

    private static Path market(Workshop workshop) throws IOException, InterruptedException {
        return workshop.run("market-of-brands", MARKETPLACE).output();
    }

    /** Output of the run over the marketplace. */
    static Path judged(Workshop workshop) throws IOException, InterruptedException {
        String events = market(workshop).toString();
        return workshop.run("judged-brands", "backfill", "--events", events, "--model", "none")
                .output();
    }

    private static String text(double correlation) {
        return String.format(Locale.ROOT, "%.3f", correlation);
    }

    private static Map<String, NavigableMap<LocalDate, Said>> said(Path output) throws IOException {
        Map<String, NavigableMap<LocalDate, Said>> said = new TreeMap<>();
        for (NamedCsvRecord row : TableRows.of(output.resolve("csv").resolve("brand_scores.csv"))) {
            said.computeIfAbsent(row.getField("brand"), none -> new TreeMap<>())
                    .put(
                            LocalDate.parse(row.getField("event_day")),
                            new Said(
                                    Double.parseDouble(row.getField("score")),
                                    Double.parseDouble(row.getField("rating_quality"))));
        }
        return said;
    }

    /** Over the brands that have been there for as long as is looked at in the end. */
    private static double correlation(
            List<NamedCsvRecord> brands,
            Map<String, NavigableMap<LocalDate, Said>> said,
            int days,
            ToDoubleFunction<Said> what) {
        LocalDate last =
                said.values().stream()
                        .map(NavigableMap::lastKey)
                        .max(LocalDate::compareTo)
                        .orElseThrow();
        List<Double> hidden = new ArrayList<>();
        List<Double> judged = new ArrayList<>();
        for (NamedCsvRecord brand : brands) {
            LocalDate launched = LocalDate.parse(brand.getField("launched_on"));
            if (!launched.plusDays(DAYS[DAYS.length - 1]).isAfter(last)) {
                hidden.add(Double.parseDouble(brand.getField("quality")));
                judged.add(
                        what.applyAsDouble(
                                said.get(brand.getField("brand"))
                                        .floorEntry(launched.plusDays(days))
                                        .getValue()));
            }
        }
        return RankCorrelation.of(array(hidden), array(judged));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
