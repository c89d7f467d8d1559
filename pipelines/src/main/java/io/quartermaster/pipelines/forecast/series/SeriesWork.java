package io.quartermaster.pipelines.forecast.series;

import io.quartermaster.udfs.forecast.ForecastBundle;
import java.io.Serializable;
import java.util.List;

/** What is done with a bundle of series: one block each, whichever others are in it. */
public interface SeriesWork extends Serializable {

    /**
     * Works.
     *
     * @param lstm null if there is no trained model
     */
    List<SeriesBlock> of(List<Series> bundle, ForecastRequest request, ForecastBundle lstm);
}
