package io.quartermaster.benchmarks;

import io.quartermaster.domain.forecast.HorizonForecast;
import io.quartermaster.domain.forecast.arima.ArimaFit;
import io.quartermaster.domain.forecast.arima.ArimaModel;
import io.quartermaster.domain.forecast.arima.ArimaOrder;
import io.quartermaster.domain.forecast.smoothing.Component;
import io.quartermaster.domain.forecast.smoothing.ExponentialSmoothing;
import io.quartermaster.domain.forecast.smoothing.SmoothingFit;
import io.quartermaster.domain.forecast.smoothing.SmoothingForm;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/**
 * What it saves to move a model on by one value instead of estimating it again, and by how much its
 * forecasts differ from a refit's when its parameters are as old as the forecast job lets them
 * become.
 *
 * <p>Series of 400 days with a weekly season, one form each; an automatic refit, which looks for
 * the form too, would take longer still.
 */
final class ModelUpdates implements Figure {

    private static final int DAYS = 400;
    private static final int OLD = 28;
    private static final int SERIES = 20;
    private static final int HORIZON = 14;
    private static final double TIMES_ASKED = 50;
    private static final double[] NO_LEVELS = {};

    private static final SmoothingForm FORM =
            new SmoothingForm(Component.ADDITIVE, false, false, Component.ADDITIVE, 7);
    private static final ArimaOrder ORDER = new ArimaOrder(1, 0, 1, 0, 1, 1, 7, false);

    /** Seconds of an update and of a refit, and how far their forecasts lie apart. */
    private static final class Compared {
        private double update;
        private double refit;
        private double difference;

        private double times() {
            return refit / update;
        }

        private String words(String model) {
            return String.format(
                    Locale.ROOT,
                    "%s %,.0f times (update %.2f µs, refit %.2f ms)",
                    model,
                    times(),
                    update / SERIES * 1e6,
                    refit / SERIES * 1e3);
        }
    }

    @Override
    public String name() {
        return "model-updates";
    }

    @Override
    public String asked() {
        return "update of ETS and ARIMA at least 50 times faster than a refit";
    }

    @Override
    public String command() {
        return "benchmarks/run model-updates";
    }

    @Override
    public Reached measure(Workshop workshop) {
        smoothing();
        arima();
        Compared smoothing = smoothing();
        Compared arima = arima();
        return Reached.of(
                smoothing.words("ets") + "; " + arima.words("arima"),
                String.format(
                        Locale.ROOT,
                        "with parameters %d days old the mean differs from a refit's by %.2f %% (ets) and %.2f %% (arima)",
                        OLD,
                        100 * smoothing.difference / SERIES,
                        100 * arima.difference / SERIES),
                Math.min(smoothing.times(), arima.times()) >= TIMES_ASKED);
    }

    private static Compared smoothing() {
        Compared compared = new Compared();
        for (int series = 0; series < SERIES; series++) {
            double[] values = values(series);
            double[] past = Arrays.copyOf(values, DAYS - OLD);
            ExponentialSmoothing kept = SmoothingFit.of(FORM, past).model();
            long start = System.nanoTime();
            for (int day = DAYS - OLD; day < DAYS; day++) {
                kept = kept.update(values[day]);
            }
            long between = System.nanoTime();
            ExponentialSmoothing refit = SmoothingFit.of(FORM, values).model();
            note(compared, start, between, kept.mean(HORIZON), refit.mean(HORIZON));
        }
        return compared;
    }

    private static Compared arima() {
        Compared compared = new Compared();
        for (int series = 0; series < SERIES; series++) {
            double[] values = values(series);
            double[] past = Arrays.copyOf(values, DAYS - OLD);
            ArimaModel kept = ArimaFit.of(ORDER, past).model();
            long start = System.nanoTime();
            for (int day = DAYS - OLD; day < DAYS; day++) {
                kept = kept.update(values[day]);
            }
            long between = System.nanoTime();
            ArimaModel refit = ArimaFit.of(ORDER, values).model();
            HorizonForecast expected = refit.forecast(HORIZON, NO_LEVELS);
            double[] found = kept.forecast(HORIZON, NO_LEVELS).mean();
            note(compared, start, between, found, expected.mean());
        }
        return compared;
    }

    private static void note(
            Compared compared, long start, long between, double[] kept, double[] refit) {
        compared.update += (between - start) / 1e9 / OLD;
        compared.refit += (System.nanoTime() - between) / 1e9;
        double apart = 0;
        double level = 0;
        for (int step = 0; step < HORIZON; step++) {
            apart += Math.abs(kept[step] - refit[step]);
            level += Math.abs(refit[step]);
        }
        compared.difference += apart / level;
    }

    private static double[] values(int series) {
        Random random = new Random(series);
        double[] values = new double[DAYS];
        double level = 20;
        for (int day = 0; day < DAYS; day++) {
            level = Math.max(5, level + random.nextGaussian() * 0.3);
            double season = 1 + 0.3 * Math.sin(day * 2 * Math.PI / 7);
            values[day] = Math.max(0, Math.rint(level * season + random.nextGaussian() * 3));
        }
        return values;
    }
}
