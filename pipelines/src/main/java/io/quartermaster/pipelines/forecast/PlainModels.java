package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.forecast.HorizonForecast;
import io.quartermaster.domain.forecast.arima.ArimaModel;
import io.quartermaster.domain.forecast.arima.ArimaSearch;
import io.quartermaster.domain.forecast.intermittent.IntermittentDemand;
import io.quartermaster.domain.forecast.intermittent.IntermittentMethod;
import io.quartermaster.domain.forecast.intermittent.SmoothedCounts;
import io.quartermaster.domain.forecast.smoothing.ExponentialSmoothing;
import io.quartermaster.domain.forecast.smoothing.SmoothingFit;
import io.quartermaster.domain.forecast.smoothing.Theta;
import java.util.List;

/** The models of one series by itself, by name. */
final class PlainModels {

    /** In the order in which they are listed. */
    static final List<String> NAMES =
            List.of(
                    ExponentialSmoothing.NAME,
                    Theta.NAME,
                    ArimaModel.NAME,
                    IntermittentMethod.CROSTON.label(),
                    IntermittentMethod.SBA.label(),
                    IntermittentMethod.TSB.label(),
                    SmoothedCounts.NAME);

    /** Weight of a new size, interval or chance of demand that comes now and then. */
    private static final double INTERMITTENT = 0.1;

    /** A fitted model. */
    interface Fitted {
        HorizonForecast forecast(int horizon, double[] levels);
    }

    private PlainModels() {}

    static Fitted fit(String model, double[] values, int season) {
        return switch (model) {
            case ExponentialSmoothing.NAME ->
                    SmoothingFit.automatic(values, season).model()::forecast;
            case Theta.NAME -> Theta.fit(values, season)::forecast;
            case ArimaModel.NAME -> ArimaSearch.automatic(values, season).model()::forecast;
            case SmoothedCounts.NAME -> SmoothedCounts.fit(values)::forecast;
            default -> intermittent(model, values)::forecast;
        };
    }

    private static IntermittentDemand intermittent(String model, double[] values) {
        for (IntermittentMethod method : IntermittentMethod.values()) {
            if (method.label().equals(model)) {
                return IntermittentDemand.fit(method, INTERMITTENT, INTERMITTENT, values);
            }
        }
        throw new IllegalArgumentException("The model (%s) is not known.".formatted(model));
    }
}
