package io.quartermaster.benchmarks;

import io.quartermaster.domain.forecast.ClusterPrior;
import io.quartermaster.domain.forecast.ForecastAccuracy;
import io.quartermaster.domain.forecast.HorizonForecast;
import io.quartermaster.domain.forecast.LookAlikes;
import io.quartermaster.domain.forecast.SampleQuantile;
import io.quartermaster.domain.similarity.SimilarityEngines;
import io.quartermaster.domain.similarity.SimilarityKernel;
import io.quartermaster.domain.similarity.SimilaritySettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Forecasts, made before its first day, of the first eight weeks of each of the fifth of Online
 * Retail's items that start latest, against the mean units a day of its price band (a tenth of the
 * others' prices) in the four weeks before; and, told beside, against the band's quantiles.
 */
final class FirstDaysRetail implements Figure {

    private static final int HIDDEN_DAYS = 56;
    private static final int DAYS_BEFORE = 28;
    private static final int BANDS = 10;
    private static final double HIDDEN_SHARE = 0.2;
    private static final double RATIO_ASKED = 0.75;
    private static final double[] LEVELS = {0.1, 0.5, 0.9};

    /** Sums of pinball losses. */
    private static final class Losses {
        private double lookAlikes;
        private double mean;
        private double quantiles;
        private int items;
        private int days;
    }

    @Override
    public String name() {
        return "first-days-retail";
    }

    @Override
    public String asked() {
        return "look-alikes' pinball loss over the hidden first 8 weeks of the 20 % of Online Retail's items that start latest at most 0.75 of the price band's mean's";
    }

    @Override
    public String command() {
        return "benchmarks/run first-days-retail";
    }

    @Override
    public Reached measure(Workshop workshop) throws IOException, InterruptedException {
        List<RetailItem> items = new ArrayList<>(RetailItem.all(workshop));
        items.sort(Comparator.comparingLong(RetailItem::first).thenComparing(RetailItem::item));
        int known = (int) (items.size() * (1 - HIDDEN_SHARE));
        double[] bounds = bounds(items.subList(0, known));
        Losses losses = new Losses();
        try (SimilarityKernel kernel = SimilarityEngines.open(SimilaritySettings.of("scalar"))) {
            for (RetailItem item : items.subList(known, items.size())) {
                add(item, items, bounds, kernel, losses);
            }
        }
        double ratio = losses.lookAlikes / losses.mean;
        return Reached.of(
                "%.4f over %,d days of %d items"
                        .formatted(losses.lookAlikes / losses.days, losses.days, losses.items),
                "%.3f of the price band's mean's, %.3f of the price band's quantiles'"
                        .formatted(ratio, losses.lookAlikes / losses.quantiles),
                ratio <= RATIO_ASKED);
    }

    private static void add(
            RetailItem item,
            List<RetailItem> items,
            double[] bounds,
            SimilarityKernel kernel,
            Losses losses) {
        List<LookAlikes.Begun> begun =
                items.stream()
                        .filter(other -> other.first() + ClusterPrior.YOUNG_DAYS <= item.first())
                        .map(RetailItem::begun)
                        .toList();
        LookAlikes lookAlikes = new LookAlikes(kernel, begun);
        int days = (int) Math.min(HIDDEN_DAYS, item.last() - item.first() + 1);
        HorizonForecast forecast =
                lookAlikes
                        .prior(lookAlikes.basis(item.item(), item.look()))
                        .forecast(new double[0], 0, item.first(), days, LEVELS);
        double[] others = band(item, items, bounds);
        double mean = Arrays.stream(others).average().orElse(0);
        losses.items++;
        losses.days += days;
        for (int i = 0; i < LEVELS.length; i++) {
            double quantile = SampleQuantile.of(others, LEVELS[i]);
            for (int day = 0; day < days; day++) {
                double units = item.units(item.first() + day);
                losses.lookAlikes += loss(LEVELS[i], forecast.quantiles()[i][day], units);
                losses.mean += loss(LEVELS[i], mean, units);
                losses.quantiles += loss(LEVELS[i], quantile, units);
            }
        }
    }

    private static double loss(double level, double forecast, double units) {
        return ForecastAccuracy.pinball(level, forecast, units) / LEVELS.length;
    }

    /** Units of each day of the band's others in the weeks before, ascending. */
    private static double[] band(RetailItem item, List<RetailItem> items, double[] bounds) {
        int band = band(item, bounds);
        return items.stream()
                .filter(other -> other.first() < item.first() && band(other, bounds) == band)
                .flatMapToDouble(
                        other ->
                                LongStream.range(
                                                Math.max(other.first(), item.first() - DAYS_BEFORE),
                                                item.first())
                                        .mapToDouble(other::units))
                .sorted()
                .toArray();
    }

    private static int band(RetailItem item, double[] bounds) {
        int band = 0;
        while (band < bounds.length && item.look().price() > bounds[band]) {
            band++;
        }
        return band;
    }

    private static double[] bounds(List<RetailItem> items) {
        double[] prices =
                items.stream().mapToDouble(item -> item.look().price()).sorted().toArray();
        return IntStream.range(1, BANDS)
                .mapToDouble(band -> prices[prices.length * band / BANDS])
                .toArray();
    }
}
