package io.quartermaster.udfs.forecast;

import io.quartermaster.domain.forecast.ForecastAccuracy;
import org.apache.flink.table.functions.ScalarFunction;

/**
 * {@code PINBALL_LOSS(level, forecast, actual)}: max(level · e, (level - 1) · e) with e = actual -
 * forecast. NULL if one is NULL.
 */
public final class PinballLossFunction extends ScalarFunction {

    private static final long serialVersionUID = 1L;

    public Double eval(Double level, Double forecast, Double actual) {
        boolean unknown = level == null || forecast == null || actual == null;
        return unknown ? null : ForecastAccuracy.pinball(level, forecast, actual);
    }
}
