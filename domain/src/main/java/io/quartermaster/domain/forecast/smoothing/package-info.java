/**
 * Exponential smoothing as a state space model: filter, likelihood, automatic form, forecasts with
 * quantiles (Hyndman, Koehler, Ord and Snyder, Forecasting with Exponential Smoothing, 2008).
 */
package io.quartermaster.domain.forecast.smoothing;
