package io.quartermaster.udfs.demand;

import io.quartermaster.domain.demand.DemandAccumulator;
import io.quartermaster.domain.demand.SignalKind;
import java.math.BigDecimal;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.annotation.FunctionHint;
import org.apache.flink.table.functions.AggregateFunction;
import org.apache.flink.types.Row;

/**
 * {@code DEMAND_WINDOW(kind, units, unit_price, promotion)}: the demand of the grouped signals, as
 * a row (units, price, promotion, stocked_out, views, favourites, carts) with the columns of a
 * demand window. Kind is order, cancellation (on the day of its order), stock, view, favourite or
 * cart.
 *
 * <p>A row whose kind is NULL or another word does not count; units that are NULL are 1 for
 * behaviour and do not count for the rest; a NULL price is 0, a NULL promotion is false. What a day
 * inherits from the days before (the last price, an empty stock) is beyond a group of rows, so a
 * group without sales has price 0, and one without a reading of the stock is not stocked out.
 */
@FunctionHint(
        output =
                @DataTypeHint(
                        "ROW<units BIGINT, price DOUBLE, promotion DOUBLE, stocked_out BOOLEAN, views BIGINT, favourites BIGINT, carts BIGINT>"))
public final class DemandWindowFunction extends AggregateFunction<Row, DemandAccumulator> {

    private static final long serialVersionUID = 1L;

    /** Name in SQL. */
    public static final String NAME = "DEMAND_WINDOW";

    @Override
    public DemandAccumulator createAccumulator() {
        return new DemandAccumulator();
    }

    public void accumulate(
            DemandAccumulator sums,
            String kind,
            Long units,
            @DataTypeHint("DECIMAL(38, 6)") BigDecimal unitPrice,
            Boolean promotion) {
        SignalKind signal = counted(kind, units);
        if (signal != null) {
            sums.add(signal, known(units), known(unitPrice), Boolean.TRUE.equals(promotion));
        }
    }

    public void retract(
            DemandAccumulator sums,
            String kind,
            Long units,
            @DataTypeHint("DECIMAL(38, 6)") BigDecimal unitPrice,
            Boolean promotion) {
        SignalKind signal = counted(kind, units);
        if (signal != null) {
            sums.retract(signal, known(units), known(unitPrice), Boolean.TRUE.equals(promotion));
        }
    }

    public void merge(DemandAccumulator sums, Iterable<DemandAccumulator> others) {
        others.forEach(sums::merge);
    }

    @Override
    public Row getValue(DemandAccumulator sums) {
        return Row.of(
                sums.units(),
                sums.price(),
                sums.promotion(),
                sums.stockedOut(),
                sums.views,
                sums.favourites,
                sums.carts);
    }

    private static SignalKind counted(String kind, Long units) {
        SignalKind signal = kind == null ? null : SignalKind.ofLabel(kind).orElse(null);
        return signal == null || (units == null && signal.countsUnits()) ? null : signal;
    }

    private static long known(Long units) {
        return units == null ? 1 : units;
    }

    private static BigDecimal known(BigDecimal price) {
        return price == null ? BigDecimal.ZERO : price;
    }
}
