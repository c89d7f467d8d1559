package io.quartermaster.pipelines.replenishment;

import io.quartermaster.domain.replenishment.PlanLine;
import org.apache.flink.streaming.api.operators.AbstractStreamOperatorFactory;
import org.apache.flink.streaming.api.operators.OneInputStreamOperatorFactory;
import org.apache.flink.streaming.api.operators.StreamOperator;
import org.apache.flink.streaming.api.operators.StreamOperatorParameters;

/** Makes a {@link SupplierPlanOperator} with the task's mailbox. */
final class SupplierPlanOperatorFactory extends AbstractStreamOperatorFactory<PlanLine>
        implements OneInputStreamOperatorFactory<SupplyEvent, PlanLine> {

    private static final long serialVersionUID = 1L;

    private final ReplenishmentOptions options;

    SupplierPlanOperatorFactory(ReplenishmentOptions options) {
        this.options = options;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as Flink declares it
    public <T extends StreamOperator<PlanLine>> T createStreamOperator(
            StreamOperatorParameters<PlanLine> parameters) {
        SupplierPlanOperator operator =
                new SupplierPlanOperator(
                        options,
                        parameters.getMailboxExecutor(),
                        parameters.getProcessingTimeService());
        operator.setup(
                parameters.getContainingTask(),
                parameters.getStreamConfig(),
                parameters.getOutput());
        return (T) operator;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class<? extends StreamOperator> getStreamOperatorClass(ClassLoader classLoader) {
        return SupplierPlanOperator.class;
    }
}
