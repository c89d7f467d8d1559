/**
 * What customers will want. Receives demand windows and priors; hands on {@link
 * io.quartermaster.domain.forecast.Forecast}s: mean and quantiles per step, and of the cumulated
 * sum.
 */
package io.quartermaster.domain.forecast;
