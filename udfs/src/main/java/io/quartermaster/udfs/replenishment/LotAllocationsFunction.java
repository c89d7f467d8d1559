package io.quartermaster.udfs.replenishment;

import io.quartermaster.domain.replenishment.lots.LotAllocation;
import io.quartermaster.domain.replenishment.lots.LotPart;
import java.util.stream.Stream;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.annotation.FunctionHint;
import org.apache.flink.types.Row;

/**
 * {@code LOT_ALLOCATIONS(method, place, kind, id, event_time, units, unit_cost, currency, lot,
 * expires_on, about, version)}: which lots the reports of one item put into stock or took out of
 * it, as one array of rows for {@code UNNEST}; the inventory job tells the same. Kind is receipt,
 * sale, return, cancellation, count or cost; method fifo (also if NULL), lifo or fefo. What a
 * report leaves open (short, refused) is a row of its own without a lot.
 */
@FunctionHint(
        output =
                @DataTypeHint(
                        "ARRAY<ROW<place STRING, kind STRING, id STRING, about STRING, event_day DATE, lot STRING, received_at STRING, units BIGINT, amount DECIMAL(38, 6), currency STRING, note STRING>>"))
public final class LotAllocationsFunction extends StockReportsFunction {

    private static final long serialVersionUID = 1L;
    private static final String NAME = "LOT_ALLOCATIONS";

    @Override
    public Row[] getValue(StockReports group) {
        return group.history(NAME).allocations().stream()
                .flatMap(LotAllocationsFunction::rows)
                .toArray(Row[]::new);
    }

    private static Stream<Row> rows(LotAllocation allocation) {
        return allocation.lines().map(part -> row(allocation, part));
    }

    private static Row row(LotAllocation allocation, LotPart part) {
        return Row.of(
                allocation.place(),
                allocation.kind(),
                allocation.id(),
                allocation.about(),
                allocation.eventDay(),
                part.lot(),
                part.receivedAt() == null ? null : part.receivedAt().toString(),
                part.units(),
                part.value(),
                allocation.currency(),
                allocation.note());
    }
}
