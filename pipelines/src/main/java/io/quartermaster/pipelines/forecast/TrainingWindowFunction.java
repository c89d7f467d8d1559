package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.forecast.DaysAhead;
import io.quartermaster.domain.forecast.DemandFeatures;
import io.quartermaster.domain.forecast.DemandHistory;
import io.quartermaster.pipelines.event.PlainTypes;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Makes training windows of a series as its days close: each day ends the horizon of one. A hash
 * chooses which are learnt from. A corrected day counts in the windows after it.
 */
final class TrainingWindowFunction
        extends KeyedProcessFunction<String, DescribedWindow, TrainingWindow> {

    private static final long serialVersionUID = 1L;

    /** Kept as long as the series lives, as the forecasting operator keeps its own. */
    private static final ValueStateDescriptor<DemandHistory> HISTORY =
            new ValueStateDescriptor<>("history", PlainTypes.of(DemandHistory.class));

    private final int horizon;
    private final TuningOptions options;
    private final String calendarFile;

    private transient PriceCalendar calendar;
    private transient ValueState<DemandHistory> histories;

    TrainingWindowFunction(ForecastOptions options) {
        this.horizon = options.horizonDays();
        this.options = options.tuning();
        this.calendarFile = options.calendarFile();
    }

    @Override
    public void open(OpenContext context) {
        calendar = PriceCalendar.of(calendarFile);
        histories = getRuntimeContext().getState(HISTORY);
    }

    @Override
    public void processElement(
            DescribedWindow described, Context context, Collector<TrainingWindow> out)
            throws Exception {
        DemandWindow window = described.window();
        long day = window.day().toEpochDay();
        DemandHistory before = histories.value();
        if (before != null && day <= before.lastDay()) {
            histories.update(before.replace(window));
            return;
        }
        DemandHistory known = before == null ? DemandHistory.before(day) : before;
        DemandHistory history = known.append(window);
        histories.update(history);
        String series = context.getCurrentKey();
        boolean isWhole = history.kept() >= horizon + DemandFeatures.FEWEST_DAYS;
        if (isWhole && SeededShare.holds(options.share(), series, day, options.seed())) {
            long eve = history.lastDay() - horizon;
            DaysAhead planned = calendar.ahead(window.item(), window.place(), eve, horizon);
            float[] statics = described.item().at(eve, window.place());
            out.collect(TrainingWindow.of(series, history, horizon, planned, statics));
        }
    }
}
