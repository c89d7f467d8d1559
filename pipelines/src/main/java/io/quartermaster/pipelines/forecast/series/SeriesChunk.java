package io.quartermaster.pipelines.forecast.series;

/**
 * Rows of one series that follow each other in a file.
 *
 * @param id of the series
 * @param form name of the {@link TimeForm} of the file
 * @param line of the first row, from 1; of a time that comes twice the later line stands
 * @param positions time of each row
 * @param values of each row, NaN where unknown, infinite where the file says so
 * @param covariates [rows][columns] as {@link CovariateColumns} lists them, NaN where unknown;
 *     [0][] where the file has none of them
 */
public record SeriesChunk(
        String id,
        String form,
        long line,
        long[] positions,
        double[] values,
        double[][] covariates) {}
