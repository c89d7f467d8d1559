package io.quartermaster.pipelines.cli;

import io.quartermaster.pipelines.forecast.series.SeriesColumns;
import picocli.CommandLine.Option;

/** Which columns of a file hold its series. */
final class SeriesSettings {

    @Option(
            names = "--id",
            defaultValue = "",
            paramLabel = "COLUMN",
            description =
                    "Column that names the series (default: unique_id, or item and place; without one the file is one series).")
    private String id;

    @Option(
            names = "--time",
            defaultValue = "",
            paramLabel = "COLUMN",
            description = "Column of the times (default: ds, date or event_day).")
    private String time;

    @Option(
            names = "--target",
            defaultValue = "",
            paramLabel = "COLUMN",
            description = "Column of the values (default: y, sales or units).")
    private String target;

    SeriesColumns columns() {
        return new SeriesColumns(id, time, target);
    }
}
