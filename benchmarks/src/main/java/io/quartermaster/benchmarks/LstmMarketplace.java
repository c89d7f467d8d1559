package io.quartermaster.benchmarks;

import io.quartermaster.benchmarks.MarketplaceSeries.Eve;
import io.quartermaster.benchmarks.MarketplaceSeries.Loss;
import io.quartermaster.domain.forecast.DaysAhead;
import io.quartermaster.domain.forecast.DemandCovariate;
import io.quartermaster.domain.forecast.HorizonForecast;
import io.quartermaster.domain.forecast.smoothing.SmoothingFit;
import io.quartermaster.pipelines.forecast.ForecastTrainer;
import io.quartermaster.pipelines.forecast.TrainingCovariates;
import io.quartermaster.udfs.forecast.ForecastBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The LSTM on generated marketplaces of three seeds that nobody tuned for, by pinball loss of the
 * last eight weeks, forecast two weeks at a time: against automatic ETS, and with what visitors do
 * against without it.
 */
final class LstmMarketplace implements Figure {

    private static final long[] SEEDS = {31415926, 27182818, 14142135};
    private static final int WINDOWS = 20_000;
    private static final int WEEK = 7;
    private static final List<DemandCovariate> BEHAVIOUR =
            List.of(DemandCovariate.VIEWS, DemandCovariate.FAVOURITES, DemandCovariate.CARTS);

    private final boolean isAgainstEts;
    private final double most;

    private LstmMarketplace(boolean isAgainstEts, double most) {
        this.isAgainstEts = isAgainstEts;
        this.most = most;
    }

    static List<Figure> all() {
        return List.of(new LstmMarketplace(true, 0.9), new LstmMarketplace(false, 0.97));
    }

    @Override
    public String name() {
        return isAgainstEts ? "lstm-marketplace" : "lstm-behaviour";
    }

    @Override
    public String asked() {
        return isAgainstEts
                ? "on each of three seeds that nobody tuned for, the LSTM's pinball loss at most 0.9 of automatic ETS's"
                : "on each of three seeds that nobody tuned for, the LSTM's pinball loss with views, favourites and carts at most 0.97 of that without";
    }

    @Override
    public String command() {
        return "benchmarks/run " + name();
    }

    @Override
    public Reached measure(Workshop workshop) throws IOException {
        List<String> losses = new ArrayList<>();
        List<String> ratios = new ArrayList<>();
        List<String> told = new ArrayList<>();
        boolean isMet = true;
        for (long seed : SEEDS) {
            MarketplaceSeries market = new MarketplaceSeries(seed);
            double model = lstm(workshop, market, seed, new TrainingCovariates(false, List.of()));
            double peer =
                    isAgainstEts
                            ? ets(market)
                            : lstm(
                                    workshop,
                                    market,
                                    seed,
                                    new TrainingCovariates(false, BEHAVIOUR));
            losses.add(String.format(Locale.ROOT, "%d: %.4f of %.4f", seed, model, peer));
            ratios.add(String.format(Locale.ROOT, "%.3f", model / peer));
            if (isAgainstEts) {
                double known =
                        lstm(workshop, market, seed, new TrainingCovariates(true, List.of()));
                told.add(String.format(Locale.ROOT, "%.3f", known / peer));
            }
            isMet &= model / peer <= most;
        }
        String ahead =
                told.isEmpty()
                        ? ""
                        : "; with price and promotion known ahead " + String.join(", ", told);
        return Reached.of(String.join("; ", losses), String.join(", ", ratios) + ahead, isMet);
    }

    private static double lstm(
            Workshop workshop, MarketplaceSeries market, long seed, TrainingCovariates covariates)
            throws IOException {
        Path folder = Files.createTempDirectory(workshop.scratch(), "model");
        new ForecastTrainer(
                        ForecastTrainer.options(MarketplaceSeries.HORIZON, seed),
                        WINDOWS,
                        covariates)
                .train(market.windows(), market.tail(), folder, loss -> {});
        List<Eve> eves = market.eves();
        List<DaysAhead> ahead =
                eves.stream()
                        .map(eve -> covariates.isKnownAhead() ? eve.ahead() : DaysAhead.UNKNOWN)
                        .toList();
        Loss loss = new Loss();
        try (ForecastBundle bundle = ForecastBundle.open(folder)) {
            List<HorizonForecast> forecasts =
                    bundle.forecast(eves.stream().map(Eve::history).toList(), ahead);
            for (int eve = 0; eve < forecasts.size(); eve++) {
                eves.get(eve).score(forecasts.get(eve), loss);
            }
        }
        return loss.mean();
    }

    private static double ets(MarketplaceSeries market) {
        Loss loss = new Loss();
        for (Eve eve : market.eves()) {
            eve.score(
                    SmoothingFit.automatic(eve.wanted(), WEEK)
                            .model()
                            .forecast(MarketplaceSeries.HORIZON, MarketplaceSeries.LEVELS)
                            .possible(),
                    loss);
        }
        return loss.mean();
    }
}
