package io.quartermaster.udfs.replenishment;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.functions.AggregateFunction;
import org.apache.flink.types.Row;

/**
 * What the SQL functions over reports of stock share: their arguments, and that a row of a
 * changelog may be taken back.
 */
public abstract class StockReportsFunction extends AggregateFunction<Row[], StockReports> {

    private static final long serialVersionUID = 1L;

    @Override
    public StockReports createAccumulator() {
        return new StockReports();
    }

    public void accumulate(
            StockReports group,
            String method,
            String place,
            String kind,
            String id,
            String time,
            Long units,
            @DataTypeHint("DECIMAL(38, 6)") BigDecimal unitCost,
            String currency,
            String lot,
            LocalDate expiresOn,
            String about,
            Integer version)
            throws Exception {
        Row report =
                Row.of(
                        place, kind, id, time, units, unitCost, currency, lot, expiresOn, about,
                        version);
        group.add(method, report, 1);
    }

    public void retract(
            StockReports group,
            String method,
            String place,
            String kind,
            String id,
            String time,
            Long units,
            @DataTypeHint("DECIMAL(38, 6)") BigDecimal unitCost,
            String currency,
            String lot,
            LocalDate expiresOn,
            String about,
            Integer version)
            throws Exception {
        Row report =
                Row.of(
                        place, kind, id, time, units, unitCost, currency, lot, expiresOn, about,
                        version);
        group.add(method, report, -1);
    }

    public void merge(StockReports group, Iterable<StockReports> others) throws Exception {
        for (StockReports other : others) {
            group.merge(other);
        }
    }
}
