package io.quartermaster.pipelines.forecast.series;

/**
 * What is written of one series.
 *
 * @param id of the series, which orders blocks
 * @param text its lines
 * @param models that made them
 * @param said what had to be done to it
 */
public record SeriesBlock(String id, String text, String[] models, String[] said) {}
