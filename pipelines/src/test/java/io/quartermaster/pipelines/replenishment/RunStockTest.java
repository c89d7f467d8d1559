package io.quartermaster.pipelines.replenishment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.replenishment.OpenOrder;
import io.quartermaster.pipelines.event.RunOptions;
import io.quartermaster.pipelines.event.RunTables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two orders of a plan, of which one came early. */
class RunStockTest {

    private static final LocalDate PLAN_DAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate NEXT = PLAN_DAY.plusDays(2);

    @TempDir private Path run;

    @Test
    void whatWasReceivedIsCountedOnceWhereStockIsObserved() throws Exception {
        Configuration observed = new Configuration();
        observed.set(ReplenishmentOptions.STOCK, ReplenishmentOptions.StockSource.OBSERVED);
        RunStock stock = stock(observed);
        assertThat(stock.at("A", "main").units()).isEqualTo(12);
        assertThat(stock.at("A", "main").openOrders())
                .extracting(OpenOrder::purchaseOrder)
                .containsExactly("PO-2");
    }

    @Test
    void simulatedDaysTakeItFromTheOrder() throws Exception {
        Configuration simulated = new Configuration();
        simulated.set(RunOptions.TAIL_START, PLAN_DAY.toString());
        assertThat(stock(simulated).at("A", "main").openOrders())
                .extracting(OpenOrder::purchaseOrder)
                .containsExactly("PO-1", "PO-2");
    }

    private RunStock stock(Configuration options) throws Exception {
        Files.createDirectories(run.resolve("csv"));
        write(
                "lots",
                "id,event_time,item,place,lot,units,unit_cost,currency,expires_on,version",
                "PO-1,2026-03-03T09:00:00Z,A,main,PO-1,12,4.00,EUR,,1");
        write("stock", "id,event_time,item,place,on_hand");
        write("demand", "item,place,event_day,units");
        write("plan_summaries", "plan_version,plan_day", "East-r1,2026-03-02");
        write(
                "purchase_orders",
                "purchase_order,item,place,arrival_day,quantity,plan_version,state",
                "PO-1,A,main,2026-03-05,12,East-r1,received",
                "PO-2,A,main,2026-03-06,8,East-r1,confirmed",
                "PO-3,A,main,2026-03-06,9,East-r1,cancelled");
        return RunStock.of(
                RunTables.of(run, List.of("lots")),
                ReplenishmentOptions.of(options),
                List.of(PLAN_DAY, NEXT),
                (day, known) -> List.of());
    }

    private void write(String table, String... lines) throws Exception {
        Files.writeString(
                run.resolve("csv").resolve(table + ".csv"), String.join("\n", lines) + "\n");
    }
}
