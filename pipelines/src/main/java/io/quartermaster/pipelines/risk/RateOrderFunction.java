package io.quartermaster.pipelines.risk;

import io.quartermaster.domain.risk.LateDeliveryModel;
import io.quartermaster.domain.risk.SupplyLine;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;

/**
 * Tells of each order under way how likely it comes late, and which group makes it so. It keeps no
 * state: the model knows what it was trained on and nothing later. The model travels as text, so
 * that only the one who submits the job needs its file.
 */
final class RateOrderFunction extends RichMapFunction<SupplySignal, SupplySignal> {

    private static final long serialVersionUID = 1L;

    private final String model;
    private final String mapping;

    private transient OrderColumns columns;
    private transient LateDeliveryModel.Asked asked;

    /**
     * @param model text of the model's file
     * @param mapping what its columns are, as {@link OrderColumns#of} reads it
     */
    RateOrderFunction(String model, String mapping) {
        this.model = model;
        this.mapping = mapping;
    }

    @Override
    public void open(OpenContext openContext) {
        columns = OrderColumns.of(LateModelFile.parse(model), mapping);
        asked = columns.file().model().asked();
    }

    @Override
    public SupplySignal map(SupplySignal signal) {
        if (signal.units() == 0) {
            return signal;
        }
        SupplyLine line = columns.line(signal);
        return signal.with(
                signal.late()
                        .rated(
                                signal.brand(),
                                signal.supplier(),
                                asked.chances(List.of(line))[0],
                                asked.reason(line)));
    }
}
