package io.quartermaster.udfs.forecast;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.demand.UnconstrainedDemand;
import io.quartermaster.domain.forecast.DemandHistory;
import io.quartermaster.domain.forecast.HorizonForecast;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.annotation.FunctionHint;
import org.apache.flink.table.api.dataview.MapView;
import org.apache.flink.table.functions.AggregateFunction;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.types.Row;

/**
 * {@code FORECAST_LSTM(unique_id, ds, y, horizon)}: gathers every series of a group and forecasts
 * all of them together, {@link ForecastBundle#SIZE} rows a call; the answer is one array of rows
 * (unique_id, ds, mean, q10, q50, q90) for {@code UNNEST}. With {@code FORECAST_LSTM(unique_id, ds,
 * y, price, promotion, stocked_out, views, carts, horizon)} the model sees all that it was trained
 * on.
 *
 * <p>Days missing within a series sold nothing. A series of less than a week has no rows. Rows with
 * a NULL id, day or y do not count; other NULLs are 0; a NULL horizon is the model's. The model's
 * folder is the job parameter {@value #MODEL}.
 */
@FunctionHint(
        output =
                @DataTypeHint(
                        "ARRAY<ROW<unique_id STRING, ds DATE, `mean` DOUBLE, q10 DOUBLE, q50 DOUBLE, q90 DOUBLE>>"))
public final class ForecastLstmFunction
        extends AggregateFunction<Row[], ForecastLstmFunction.Group> {

    /** Job parameter that names the folder of the exported model. */
    public static final String MODEL = "forecast.model-folder";

    private static final long serialVersionUID = 1L;

    private transient String folder;
    private transient ForecastBundle bundle;

    /** The series as gathered so far. */
    public static final class Group {
        public int horizon;

        /** By id, then day: y, price, promotion, stocked out (0 or 1), views, carts. */
        @DataTypeHint("MAP<ROW<id STRING, ds DATE>, ARRAY<DOUBLE>>")
        public MapView<Row, Double[]> days = new MapView<>();
    }

    @Override
    public void open(FunctionContext context) {
        folder = context.getJobParameter(MODEL, "");
    }

    @Override
    public void close() {
        if (bundle != null) {
            bundle.close();
        }
    }

    @Override
    public Group createAccumulator() {
        return new Group();
    }

    public void accumulate(Group group, String id, LocalDate day, Double units, Integer horizon)
            throws Exception {
        accumulate(group, id, day, units, 0.0, 0.0, false, 0L, 0L, horizon);
    }

    public void accumulate(
            Group group,
            String id,
            LocalDate day,
            Double units,
            Double price,
            Double promotion,
            Boolean stockedOut,
            Long views,
            Long carts,
            Integer horizon)
            throws Exception {
        group.horizon = horizon == null ? group.horizon : horizon;
        if (id == null || day == null || units == null) {
            return;
        }
        group.days.put(
                Row.of(id, day),
                new Double[] {
                    units,
                    price == null ? 0 : price,
                    promotion == null ? 0 : promotion,
                    stockedOut != null && stockedOut ? 1.0 : 0.0,
                    views == null ? 0.0 : views,
                    carts == null ? 0.0 : carts
                });
    }

    public void retract(Group group, String id, LocalDate day, Double units, Integer horizon)
            throws Exception {
        if (id != null && day != null && units != null) {
            group.days.remove(Row.of(id, day));
        }
    }

    public void retract(
            Group group,
            String id,
            LocalDate day,
            Double units,
            Double price,
            Double promotion,
            Boolean stockedOut,
            Long views,
            Long carts,
            Integer horizon)
            throws Exception {
        retract(group, id, day, units, horizon);
    }

    public void merge(Group group, Iterable<Group> others) throws Exception {
        for (Group other : others) {
            group.horizon = other.horizon == 0 ? group.horizon : other.horizon;
            for (Map.Entry<Row, Double[]> entry : other.days.entries()) {
                group.days.put(entry.getKey(), entry.getValue());
            }
        }
    }

    @Override
    public Row[] getValue(Group group) {
        SortedMap<String, DemandHistory> series = series(group);
        series.values().removeIf(history -> !ForecastBundle.isLongEnough(history));
        if (series.isEmpty()) {
            return new Row[0];
        }
        int horizon = horizon(group);
        List<HorizonForecast> forecasts = bundle().forecast(List.copyOf(series.values()));
        List<Row> rows = new ArrayList<>(series.size() * horizon);
        int index = 0;
        for (Map.Entry<String, DemandHistory> one : series.entrySet()) {
            HorizonForecast forecast = forecasts.get(index++);
            for (int step = 0; step < horizon; step++) {
                LocalDate day = LocalDate.ofEpochDay(one.getValue().lastDay() + 1 + step);
                rows.add(row(one.getKey(), day, forecast, step));
            }
        }
        return rows.toArray(Row[]::new);
    }

    private static Row row(String id, LocalDate day, HorizonForecast forecast, int step) {
        return Row.of(
                id,
                day,
                forecast.mean()[step],
                forecast.quantile(0.1)[step],
                forecast.quantile(0.5)[step],
                forecast.quantile(0.9)[step]);
    }

    private int horizon(Group group) {
        int longest = bundle().options().horizon();
        if (group.horizon < 0 || group.horizon > longest) {
            throw new IllegalArgumentException(
                    "The horizon (%d) of FORECAST_LSTM must be within 1 and %d, the model's."
                            .formatted(group.horizon, longest));
        }
        return group.horizon == 0 ? longest : group.horizon;
    }

    /** Opened at the first group that needs it: a session without a model can do all else. */
    private ForecastBundle bundle() {
        if (bundle == null) {
            if (folder.isEmpty()) {
                throw new IllegalArgumentException(
                        "FORECAST_LSTM needs a model.\nMaybe set %s to the folder that train lstm wrote."
                                .formatted(MODEL));
            }
            bundle = ForecastBundle.open(Path.of(folder));
        }
        return bundle;
    }

    private static SortedMap<String, DemandHistory> series(Group group) {
        TreeMap<String, TreeMap<LocalDate, Double[]>> sorted = new TreeMap<>();
        try {
            for (Map.Entry<Row, Double[]> entry : group.days.entries()) {
                String id = (String) entry.getKey().getField(0);
                sorted.computeIfAbsent(id, missing -> new TreeMap<>())
                        .put((LocalDate) entry.getKey().getField(1), entry.getValue());
            }
        } catch (Exception e) {
            throw new IllegalStateException("The group cannot be read from state.", e);
        }
        TreeMap<String, DemandHistory> series = new TreeMap<>();
        sorted.forEach((id, days) -> series.put(id, history(id, days)));
        return series;
    }

    private static DemandHistory history(String id, SortedMap<LocalDate, Double[]> days) {
        List<DemandWindow> windows = new ArrayList<>();
        days.forEach((day, values) -> windows.add(window(id, day, values)));
        DemandHistory history = DemandHistory.before(days.firstKey().toEpochDay());
        for (DemandWindow window : UnconstrainedDemand.filledIn(windows)) {
            history = history.append(window);
        }
        return history;
    }

    private static DemandWindow window(String id, LocalDate day, Double[] values) {
        return new DemandWindow(
                id,
                "",
                day,
                Math.round(values[0]),
                values[1],
                values[2],
                values[3] > 0,
                Math.round(values[4]),
                0,
                Math.round(values[5]),
                0,
                Instant.EPOCH);
    }
}
