package io.quartermaster.udfs.forecast;

import io.quartermaster.domain.forecast.SeriesForecastEngine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.annotation.FunctionHint;
import org.apache.flink.table.api.dataview.MapView;
import org.apache.flink.table.functions.AggregateFunction;
import org.apache.flink.types.Row;

/**
 * {@code ML_FORECAST(unique_id, ds, y, horizon)}, {@code ML_FORECAST(unique_id, ds, y, horizon,
 * models)}: gathers every series of a group and forecasts them as the verb {@code forecast} does;
 * the answer is one array of rows for {@code UNNEST}.
 *
 * <p>Rows with a NULL id, day or y do not count; a NULL horizon is 14, NULL models are auto.
 */
@FunctionHint(
        output =
                @DataTypeHint(
                        "ARRAY<ROW<unique_id STRING, ds DATE, model_name STRING, `mean` DOUBLE, q10 DOUBLE, q50 DOUBLE, q90 DOUBLE, reason STRING>>"))
public final class MlForecastFunction extends AggregateFunction<Row[], MlForecastFunction.Group> {

    private static final long serialVersionUID = 1L;
    private static final int HORIZON = 14;
    private static final String AUTO = "auto";

    /** The series as gathered so far. */
    public static final class Group {
        public int horizon = HORIZON;
        public String models = AUTO;

        /** By id, then day. */
        @DataTypeHint("MAP<ROW<id STRING, ds DATE>, DOUBLE>")
        public MapView<Row, Double> days = new MapView<>();
    }

    @Override
    public Group createAccumulator() {
        return new Group();
    }

    public void accumulate(Group group, String id, LocalDate day, Double y, Integer horizon)
            throws Exception {
        accumulate(group, id, day, y, horizon, null);
    }

    public void accumulate(
            Group group, String id, LocalDate day, Double y, Integer horizon, String models)
            throws Exception {
        group.horizon = horizon == null ? group.horizon : horizon;
        group.models = models == null ? group.models : models;
        if (id != null && day != null && y != null) {
            group.days.put(Row.of(id, day), y);
        }
    }

    public void retract(Group group, String id, LocalDate day, Double y, Integer horizon)
            throws Exception {
        if (id != null && day != null && y != null) {
            group.days.remove(Row.of(id, day));
        }
    }

    public void retract(
            Group group, String id, LocalDate day, Double y, Integer horizon, String models)
            throws Exception {
        retract(group, id, day, y, horizon);
    }

    public void merge(Group group, Iterable<Group> others) throws Exception {
        for (Group other : others) {
            group.horizon = other.horizon == HORIZON ? group.horizon : other.horizon;
            group.models = other.models.equals(AUTO) ? group.models : other.models;
            for (Map.Entry<Row, Double> entry : other.days.entries()) {
                group.days.put(entry.getKey(), entry.getValue());
            }
        }
    }

    @Override
    public Row[] getValue(Group group) {
        if (group.horizon < 1) {
            throw new IllegalArgumentException(
                    "The horizon (%d) of ML_FORECAST must be 1 or more steps."
                            .formatted(group.horizon));
        }
        List<SeriesForecastEngine.Observed> rows = rows(group);
        return rows.isEmpty()
                ? new Row[0]
                : engine().forecast(rows, group.horizon, group.models).stream()
                        .map(MlForecastFunction::row)
                        .toArray(Row[]::new);
    }

    private static List<SeriesForecastEngine.Observed> rows(Group group) {
        List<SeriesForecastEngine.Observed> rows = new ArrayList<>();
        try {
            for (Map.Entry<Row, Double> entry : group.days.entries()) {
                rows.add(
                        new SeriesForecastEngine.Observed(
                                (String) entry.getKey().getField(0),
                                (LocalDate) entry.getKey().getField(1),
                                entry.getValue()));
            }
        } catch (Exception e) {
            throw new IllegalStateException("The group cannot be read from state.", e);
        }
        rows.sort(
                Comparator.comparing(SeriesForecastEngine.Observed::id)
                        .thenComparing(SeriesForecastEngine.Observed::day));
        return rows;
    }

    private static Row row(SeriesForecastEngine.Step step) {
        return Row.of(
                step.id(),
                step.day(),
                step.model(),
                step.mean(),
                step.q10(),
                step.q50(),
                step.q90(),
                step.reason());
    }

    private static SeriesForecastEngine engine() {
        return ServiceLoader.load(
                        SeriesForecastEngine.class, MlForecastFunction.class.getClassLoader())
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "ML_FORECAST finds nothing that forecasts series.\nMaybe put the jar of pipelines beside that of udfs."));
    }
}
