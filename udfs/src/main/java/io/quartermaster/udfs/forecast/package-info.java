/**
 * Forecasts in SQL and in jobs. Receives histories of many series; hands on forecasts, made by few
 * calls of a sequence model with many rows each.
 */
package io.quartermaster.udfs.forecast;
