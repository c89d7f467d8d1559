package io.quartermaster.benchmarks;

import io.quartermaster.domain.forecast.AccuracySummary;
import io.quartermaster.pipelines.forecast.series.CovariateColumns;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What knowing price, promotion and feature ahead gains on the last 13 weeks of orange juice, 11
 * brands in 83 stores: the same regression with and without them.
 */
final class OrangeJuice implements Figure {

    private static final String FILE = "forecast/orange_juice_weekly_sales.csv.gz";
    private static final int HORIZON = 13;
    private static final int SEASON = 52;
    private static final double[] LEVELS = {0.1, 0.5, 0.9};
    private static final double RATIO_ASKED = 0.85;

    @Override
    public String name() {
        return "orange-juice";
    }

    @Override
    public String asked() {
        return "WAPE of the last 13 weeks with price, promotion and feature known at most 0.85 of the same model's with them masked";
    }

    @Override
    public String command() {
        return "benchmarks/run orange-juice";
    }

    @Override
    public Reached measure(Workshop workshop) throws IOException {
        Path file =
                LongSeries.of(
                        workshop, FILE, "unique_id,ds,y,price,promotion,feature", OrangeJuice::row);
        AccuracySummary known = measured(file, List.of("feature"), List.of());
        AccuracySummary own = measured(file, List.of(), List.of());
        AccuracySummary masked = measured(file, List.of(), List.of("price", "promotion"));
        double ratio = known.wape() / masked.wape();
        return Reached.of(
                String.format(
                        Locale.ROOT,
                        "%.3f over %,d series, bias %.3f; without feature %.3f",
                        known.wape(),
                        known.windows(),
                        known.bias(),
                        own.wape()),
                String.format(Locale.ROOT, "%.3f of %.3f masked", ratio, masked.wape()),
                ratio <= RATIO_ASKED);
    }

    private static AccuracySummary measured(Path file, List<String> named, List<String> masked) {
        return SeriesMeasuring.of(
                        file,
                        new CovariateColumns(named, masked),
                        HORIZON,
                        SEASON,
                        LEVELS,
                        "regression")
                .get(0);
    }

    private static String row(Map<String, String> cells) {
        String brand = cells.get("brand");
        return String.join(
                ",",
                cells.get("store") + "-" + brand,
                cells.get("week"),
                Double.toString(Math.exp(Double.parseDouble(cells.get("logmove")))),
                cells.get("price" + brand),
                cells.get("deal"),
                cells.get("feat"));
    }
}
