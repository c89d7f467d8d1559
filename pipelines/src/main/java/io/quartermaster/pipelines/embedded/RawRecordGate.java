package io.quartermaster.pipelines.embedded;

import io.quartermaster.domain.event.RawRecord;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Counts raw records and lets those of the selected days through. Keeps no state. */
final class RawRecordGate extends ProcessFunction<RawRecord, RawRecord> {

    /** Name of the accumulator that holds the count. */
    static final String COUNT = "lines_in";

    private static final long serialVersionUID = 1L;

    private final SelectedDays days;
    private final LongCounter passed = new LongCounter();

    RawRecordGate(SelectedDays days) {
        this.days = days;
    }

    @Override
    public void open(OpenContext context) {
        getRuntimeContext().addAccumulator(COUNT, passed);
    }

    @Override
    public void processElement(RawRecord record, Context context, Collector<RawRecord> out) {
        if (days.contain(context.timestamp())) {
            passed.add(1);
            out.collect(record);
        }
    }
}
