package io.quartermaster.domain.forecast.ensemble;

import io.quartermaster.domain.forecast.SeriesModel;
import io.quartermaster.domain.forecast.arima.ArimaModel;
import io.quartermaster.domain.forecast.arima.ArimaSearch;
import io.quartermaster.domain.forecast.intermittent.IntermittentDemand;
import io.quartermaster.domain.forecast.intermittent.IntermittentMethod;
import io.quartermaster.domain.forecast.intermittent.SmoothedCounts;
import io.quartermaster.domain.forecast.smoothing.ExponentialSmoothing;
import io.quartermaster.domain.forecast.smoothing.SmoothingFit;
import io.quartermaster.domain.forecast.smoothing.Theta;
import java.util.Arrays;
import java.util.Optional;

/** The models of one series by itself, by name. */
public enum ModelKind {
    /** Exponential smoothing, form by criterion. */
    ETS(ExponentialSmoothing.NAME),
    THETA(Theta.NAME),
    /** Seasonal ARIMA, order by search. */
    ARIMA(ArimaModel.NAME),
    CROSTON(IntermittentMethod.CROSTON.label()),
    SBA(IntermittentMethod.SBA.label()),
    TSB(IntermittentMethod.TSB.label()),
    /** Counts of which many are zero. */
    INTERMITTENT(SmoothedCounts.NAME),
    /** Exponential smoothing of the seasonally adjusted series. */
    ADJUSTED_ETS("adjusted_ets"),
    ADJUSTED_THETA("adjusted_theta"),
    ADJUSTED_ARIMA("adjusted_arima");

    /** Weight of a new size, interval or chance of demand that comes now and then. */
    private static final double NEW = 0.1;

    private final String label;

    ModelKind(String label) {
        this.label = label;
    }

    /** Name in forecasts. */
    public String label() {
        return label;
    }

    /** Whether the season is taken out before, so that it may be of any length. */
    public boolean adjusts() {
        return this == ADJUSTED_ETS || this == ADJUSTED_THETA || this == ADJUSTED_ARIMA;
    }

    /** The kind of a name. */
    public static Optional<ModelKind> named(String name) {
        return Arrays.stream(values()).filter(kind -> kind.label.equals(name)).findFirst();
    }

    /**
     * Fits.
     *
     * @param values oldest first, NaN where missing, one known or more
     * @param period steps of a season, 1 for none
     */
    public SeriesModel fit(double[] values, int period) {
        return switch (this) {
            case ETS -> SmoothingFit.automatic(values, period).model();
            case THETA -> Theta.fit(values, period);
            case ARIMA -> ArimaSearch.automatic(values, period).model();
            case CROSTON -> intermittent(IntermittentMethod.CROSTON, values);
            case SBA -> intermittent(IntermittentMethod.SBA, values);
            case TSB -> intermittent(IntermittentMethod.TSB, values);
            case INTERMITTENT -> SmoothedCounts.fit(values);
            case ADJUSTED_ETS -> SeasonallyAdjusted.fit(values, period, left -> ETS.fit(left, 1));
            case ADJUSTED_THETA ->
                    SeasonallyAdjusted.fit(values, period, left -> THETA.fit(left, 1));
            case ADJUSTED_ARIMA ->
                    SeasonallyAdjusted.fit(values, period, left -> ARIMA.fit(left, 1));
        };
    }

    private static SeriesModel intermittent(IntermittentMethod method, double[] values) {
        return IntermittentDemand.fit(method, NEW, NEW, values);
    }
}
