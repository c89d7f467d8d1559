package io.quartermaster.domain.forecast.hierarchy;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What is expected of one node, so that all nodes of a day add up. Step h (from 0) is the day
 * {@code madeOn + 1 + h}. Means and quantiles have three decimals; of the means each total is
 * exactly the sum of its series. Quantiles do not add.
 *
 * @param level {@link Level#label()}
 * @param node its name within the level; of a series item|place
 * @param madeOn last day that was known when it was made
 * @param method {@link Method#label()}
 * @param series how many it sums
 * @param mean expected units of each step
 * @param q10 0.1 quantile of each step
 * @param q50 0.5 quantile of each step
 * @param q90 0.9 quantile of each step
 * @param asOf event time up to which the forecast knows
 */
public record ForecastTotal(
        String level,
        String node,
        LocalDate madeOn,
        String method,
        int series,
        double[] mean,
        double[] q10,
        double[] q50,
        double[] q90,
        Instant asOf) {}
