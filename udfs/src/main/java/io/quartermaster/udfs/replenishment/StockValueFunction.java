package io.quartermaster.udfs.replenishment;

import io.quartermaster.domain.replenishment.lots.StockValue;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.annotation.FunctionHint;
import org.apache.flink.types.Row;

/**
 * {@code STOCK_VALUE(method, place, kind, id, event_time, units, unit_cost, currency, lot,
 * expires_on, about, version)}: units and value of one item's stock at the end of each day on which
 * something moved, as one array of rows for {@code UNNEST}; arguments as of {@code
 * LOT_ALLOCATIONS}. On each day opening_value + received_value = stock_value + cost_of_sales +
 * written_off.
 */
@FunctionHint(
        output =
                @DataTypeHint(
                        "ARRAY<ROW<place STRING, event_day DATE, units BIGINT, short_units BIGINT, opening_value DECIMAL(38, 6), received_value DECIMAL(38, 6), cost_of_sales DECIMAL(38, 6), written_off DECIMAL(38, 6), stock_value DECIMAL(38, 6), currency STRING>>"))
public final class StockValueFunction extends StockReportsFunction {

    private static final long serialVersionUID = 1L;
    private static final String NAME = "STOCK_VALUE";

    @Override
    public Row[] getValue(StockReports group) {
        return group.history(NAME).values().stream()
                .map(StockValueFunction::row)
                .toArray(Row[]::new);
    }

    private static Row row(StockValue day) {
        return Row.of(
                day.place(),
                day.eventDay(),
                day.units(),
                day.shortUnits(),
                day.opening(),
                day.received(),
                day.costOfSales(),
                day.writtenOff(),
                day.value(),
                day.currency());
    }
}
