package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.forecast.EarlyDemand;
import io.quartermaster.pipelines.event.PlainTypes;
import java.time.LocalDate;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Picks out the first days of each item at each place; at the side, the whole beginning once it is
 * over, and the place of each key.
 */
final class EarlyDemandFunction extends KeyedProcessFunction<String, DemandWindow, EarlyDay> {

    private static final long serialVersionUID = 1L;

    /** Beginnings that are over. */
    static final OutputTag<EarlyDemand> BEGINNINGS =
            new OutputTag<>("beginnings", PlainTypes.of(EarlyDemand.class));

    /** The place of each key, once a key. */
    static final OutputTag<String> PLACES = new OutputTag<>("places", Types.STRING);

    /** Kept as long as the series lives: its first day tells whether a later one is early. */
    private static final ValueStateDescriptor<EarlyLife> LIFE =
            new ValueStateDescriptor<>("early-life", PlainTypes.of(EarlyLife.class));

    private transient ValueState<EarlyLife> lives;

    @Override
    public void open(OpenContext context) {
        lives = getRuntimeContext().getState(LIFE);
    }

    @Override
    public void processElement(DemandWindow window, Context context, Collector<EarlyDay> out)
            throws Exception {
        long day = window.day().toEpochDay();
        EarlyLife before = lives.value();
        if (before == null) {
            before = EarlyLife.start(day);
            context.output(PLACES, window.place());
        }
        if (!before.holds(day)) {
            return;
        }
        EarlyLife life = before.with(day, window.units());
        lives.update(life);
        out.collect(
                new EarlyDay(
                        window.item(),
                        window.place(),
                        false,
                        window.day(),
                        window.day(),
                        window.units()));
        if (life.isComplete()) {
            LocalDate over = LocalDate.ofEpochDay(life.firstDay() + life.known() - 1);
            context.output(
                    BEGINNINGS, new EarlyDemand(window.item(), window.place(), over, life.units()));
        }
    }
}
