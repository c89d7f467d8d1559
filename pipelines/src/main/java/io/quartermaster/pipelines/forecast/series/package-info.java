/**
 * Series of files, from one to 100,000: reading them, forecasting and measuring them in one batch
 * pipeline, which the verbs {@code forecast} and {@code evaluate forecast} and the SQL function
 * {@code ML_FORECAST} share.
 */
package io.quartermaster.pipelines.forecast.series;
