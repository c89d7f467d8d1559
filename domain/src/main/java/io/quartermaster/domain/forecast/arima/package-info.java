/**
 * Seasonal ARIMA models: exact likelihood by the Kalman filter, automatic order, forecasts with
 * quantiles, kept up value by value (Box and Jenkins; Harvey, Forecasting, Structural Time Series
 * Models and the Kalman Filter, 1989; Hyndman and Khandakar, 2008).
 */
package io.quartermaster.domain.forecast.arima;
