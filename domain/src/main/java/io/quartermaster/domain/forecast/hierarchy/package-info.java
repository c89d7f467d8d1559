/**
 * Forecasts of many series and of their totals that add up: bottom-up, and by the least trace of
 * the errors' covariance (MinT; Wickramasuriya, Athanasopoulos and Hyndman 2019).
 */
package io.quartermaster.domain.forecast.hierarchy;
