package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.forecast.ClusterPrior;
import io.quartermaster.domain.forecast.DemandFeatures;
import io.quartermaster.domain.forecast.DemandHistory;
import io.quartermaster.domain.forecast.DemandRegression;
import io.quartermaster.domain.forecast.Forecast;
import io.quartermaster.domain.forecast.ForecastChampion;
import io.quartermaster.domain.forecast.HorizonForecast;
import io.quartermaster.domain.forecast.SeasonalNaive;
import io.quartermaster.domain.forecast.ensemble.Combination;
import io.quartermaster.domain.forecast.online.SeriesEnsemble;
import io.quartermaster.domain.forecast.online.SeriesModels;
import io.quartermaster.pipelines.channel.Channels;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Asks the models of a series and makes the rows of their forecasts. */
final class ForecastRows {

    private static final SeasonalNaive NAIVE = new SeasonalNaive(7);
    private static final double[] LEVELS = ForecastTrainer.LEVELS;

    private final ForecastOptions options;
    private final List<String> combined;

    ForecastRows(ForecastOptions options) {
        this.options = options;
        this.combined = options.combined();
    }

    /** Whether models are put together. */
    boolean combines() {
        return !combined.isEmpty();
    }

    /** What the models say that need no engine. */
    List<SeriesModels.Said> plain(ForecastMemory memory) {
        List<SeriesModels.Said> said = new ArrayList<>();
        if (options.runs(SeasonalNaive.NAME)) {
            said.add(naive(memory.history()));
        }
        if (options.runs(DemandRegression.NAME)) {
            said.add(regression(memory));
        }
        said.addAll(memory.models().forecast(options.horizonDays(), LEVELS));
        return said;
    }

    private SeriesModels.Said naive(DemandHistory history) {
        return new SeriesModels.Said(
                SeasonalNaive.NAME,
                SeasonalNaive.VERSION,
                NAIVE.forecast(history.wanted(), options.horizonDays(), LEVELS));
    }

    private SeriesModels.Said regression(ForecastMemory memory) {
        DemandHistory history = memory.history();
        return new SeriesModels.Said(
                DemandRegression.NAME,
                DemandRegression.VERSION,
                ForecastMemory.REGRESSION.forecast(
                        memory.regression(),
                        history.wanted(),
                        DemandFeatures.weekday(history.lastDay() + 1),
                        history.meanPromotion(28),
                        history.relativePrice(),
                        options.horizonDays(),
                        LEVELS));
    }

    /** What the sequence model says. */
    SeriesModels.Said lstm(ForecastMemory memory, float[] decoded) {
        return new SeriesModels.Said(
                ForecastChampion.LSTM,
                memory.sequence().modelVersion(),
                DemandFeatures.forecast(decoded, memory.sequence().scale(), LEVELS));
    }

    /**
     * A series after all its models have been asked.
     *
     * @param memory with what was forecast, to score it
     * @param rows empty where they are not to be told
     */
    record Concluded(ForecastMemory memory, List<Forecast> rows) {}

    /** Puts together what all models of a series say. */
    Concluded conclude(DueForecast due) {
        ForecastMemory memory = due.memory();
        if (!due.isAsked()) {
            return new Concluded(memory, List.of());
        }
        SeriesEnsemble.Combined combined = combined(due);
        List<Forecast> rows = new ArrayList<>();
        if (options.planDays().isEve(memory.history().lastDay()) && due.isTold()) {
            ForecastChampion champion = champion(due, combined);
            for (SeriesModels.Said said : due.said()) {
                rows.add(row(due, said, champion, null));
            }
            if (combined != null) {
                rows.add(row(due, said(combined), champion, combined));
            }
        }
        return new Concluded(combined == null ? memory : memory.with(combined.ensemble()), rows);
    }

    /** Null while the series is young, and where models are not put together. */
    private SeriesEnsemble.Combined combined(DueForecast due) {
        ForecastMemory memory = due.memory();
        return combined.isEmpty() || !memory.isGrown()
                ? null
                : memory.ensemble()
                        .combine(
                                combined,
                                due.said(),
                                memory.history().lastDay(),
                                options.planDays().everyDays());
    }

    private static SeriesModels.Said said(SeriesEnsemble.Combined combined) {
        return new SeriesModels.Said(Combination.NAME, Combination.VERSION, combined.forecast());
    }

    private static ForecastChampion champion(DueForecast due, SeriesEnsemble.Combined combined) {
        long age = due.memory().history().age();
        List<String> names = due.said().stream().map(SeriesModels.Said::model).toList();
        if (combined == null || age < ClusterPrior.YOUNG_DAYS) {
            return ForecastChampion.of(age, names);
        }
        String champion = combined.ensemble().champion();
        return names.contains(champion)
                ? new ForecastChampion(champion, combined.ensemble().reason())
                : new ForecastChampion(Combination.NAME, combined.ensemble().reason());
    }

    private static Forecast row(
            DueForecast due,
            SeriesModels.Said said,
            ForecastChampion champion,
            SeriesEnsemble.Combined combined) {
        DemandWindow eve = due.window();
        DueForecast.Telling telling = due.telling();
        HorizonForecast forecast = said.forecast();
        return row(
                eve.item(),
                eve.place(),
                eve.day(),
                said,
                champion,
                combined == null ? forecast.cumulative(0.5) : combined.cumulativeQ50(),
                combined == null ? forecast.cumulative(0.9) : combined.cumulativeQ90(),
                telling);
    }

    /** One row. */
    static Forecast row(
            String item,
            String place,
            LocalDate madeOn,
            SeriesModels.Said said,
            ForecastChampion champion,
            double[] cumulativeQ50,
            double[] cumulativeQ90,
            DueForecast.Telling telling) {
        boolean isChampion = said.model().equals(champion.model());
        Instant end = Channels.endOf(madeOn);
        return new Forecast(
                item,
                place,
                madeOn,
                said.model(),
                said.version(),
                isChampion,
                said.forecast().mean(),
                said.forecast().quantile(0.1),
                said.forecast().quantile(0.5),
                said.forecast().quantile(0.9),
                cumulativeQ50,
                cumulativeQ90,
                telling.asOf().isAfter(end) ? telling.asOf() : end,
                isChampion ? champion.reason() : "",
                telling.revision());
    }
}
