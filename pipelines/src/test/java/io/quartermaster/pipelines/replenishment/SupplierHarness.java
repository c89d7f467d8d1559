package io.quartermaster.pipelines.replenishment;

import io.quartermaster.domain.replenishment.ItemForecast;
import io.quartermaster.domain.replenishment.PlanLine;
import io.quartermaster.domain.replenishment.PlanSummary;
import io.quartermaster.domain.replenishment.PurchaseOrder;
import io.quartermaster.pipelines.channel.Channels;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** The operator that plans a supplier's items, and what it has told so far. */
@SuppressWarnings("try") // it may be interrupted while it closes
final class SupplierHarness
        extends KeyedOneInputStreamOperatorTestHarness<String, SupplyEvent, PlanLine> {

    SupplierHarness(Configuration options) throws Exception {
        super(
                new SupplierPlanOperatorFactory(ReplenishmentOptions.of(options)),
                SupplyEvent::supplier,
                Types.STRING);
    }

    /** A champion's forecast at the end of the day before it. */
    void forecast(String item, LocalDate madeOn, double perDay) throws Exception {
        var forecast = SupplyStory.forecast(item, "main", madeOn, "lstm", true, perDay);
        processElement(
                SupplyEvent.of(ItemForecast.of(forecast)).to("East"),
                Channels.endOf(madeOn).toEpochMilli());
    }

    /** A day ends. */
    void endDay(LocalDate day) throws Exception {
        processWatermark(Channels.endOf(day).toEpochMilli());
    }

    List<PurchaseOrder> orders() {
        return side(SupplierPlanOperator.PURCHASE_ORDERS);
    }

    List<PlanSummary> summaries() {
        return side(SupplierPlanOperator.SUMMARIES);
    }

    /** Plan lines, summaries and orders. */
    List<Object> all() {
        List<Object> all = new ArrayList<>(extractOutputValues());
        all.addAll(summaries());
        all.addAll(orders());
        return all;
    }

    <T> List<T> side(OutputTag<T> tag) {
        var records = getSideOutput(tag);
        return records == null
                ? List.of()
                : records.stream().map(record -> record.getValue()).toList();
    }
}
