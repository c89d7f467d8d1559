package io.quartermaster.pipelines.replenishment.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.replenishment.LotOrder;
import io.quartermaster.domain.replenishment.lots.LotAllocation;
import io.quartermaster.domain.replenishment.lots.LotPart;
import io.quartermaster.domain.replenishment.lots.LotRules;
import io.quartermaster.domain.replenishment.lots.StockMovement;
import io.quartermaster.udfs.replenishment.LotAllocationsFunction;
import io.quartermaster.udfs.replenishment.StockReports;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.Test;

/** The operator and the SQL function give the same, over drawn histories and their changelogs. */
class LotSqlTest {

    @Test
    void theSqlFunctionOverAChangelogEqualsTheOperator() throws Exception {
        for (long seed = 300; seed < 330; seed++) {
            List<StockMovement> reports = LotStories.random(seed, 60);
            for (LotOrder method : LotOrder.values()) {
                List<String> sql = bySql(method, reports, new Random(seed));
                List<String> operator = byOperator(method, reports, seed);
                assertThat(sql.stream().filter(row -> !operator.contains(row)).toList())
                        .as("seed %d by %s", seed, method)
                        .isEqualTo(operator.stream().filter(row -> !sql.contains(row)).toList());
                assertThat(sql).isNotEmpty().hasSameSizeAs(operator);
            }
        }
    }

    /** Every third report is first told wrongly, and taken back. */
    private static List<String> bySql(LotOrder method, List<StockMovement> reports, Random draws)
            throws Exception {
        LotAllocationsFunction function = new LotAllocationsFunction();
        StockReports group = function.createAccumulator();
        List<StockMovement> shuffled = new ArrayList<>(reports);
        Collections.shuffle(shuffled, draws);
        for (int i = 0; i < shuffled.size(); i += 3) {
            tell(function, group, method, shuffled.get(i), 7);
        }
        for (StockMovement report : shuffled) {
            tell(function, group, method, report, 0);
        }
        for (int i = 0; i < shuffled.size(); i += 3) {
            StockMovement one = shuffled.get(i);
            function.retract(
                    group,
                    method.label(),
                    one.place(),
                    one.kind().label(),
                    one.id(),
                    one.time().toString(),
                    one.units() + 7,
                    one.unitCost(),
                    one.currency(),
                    one.lot(),
                    one.expiresOn(),
                    one.about(),
                    one.version());
        }
        return Arrays.stream(function.getValue(group)).map(LotSqlTest::text).sorted().toList();
    }

    private static void tell(
            LotAllocationsFunction function,
            StockReports group,
            LotOrder method,
            StockMovement one,
            long more)
            throws Exception {
        function.accumulate(
                group,
                method.label(),
                one.place(),
                one.kind().label(),
                one.id(),
                one.time().toString(),
                one.units() + more,
                one.unitCost(),
                one.currency(),
                one.lot(),
                one.expiresOn(),
                one.about(),
                one.version());
    }

    private static List<String> byOperator(LotOrder method, List<StockMovement> reports, long seed)
            throws Exception {
        Map<String, LotAllocation> last = new LinkedHashMap<>();
        for (LotAllocation one : LotFunctionTest.allocations(reports, LotRules.STANDARD, seed)) {
            if (one.method().equals(method.label())) {
                last.put(one.key(), one);
            }
        }
        return last.values().stream()
                .flatMap(one -> one.lines().map(part -> text(row(one, part))))
                .sorted()
                .toList();
    }

    private static Row row(LotAllocation one, LotPart part) {
        return Row.of(
                one.place(),
                one.kind(),
                one.id(),
                one.about(),
                one.eventDay(),
                part.lot(),
                part.receivedAt(),
                part.units(),
                part.value(),
                one.currency(),
                one.note());
    }

    private static String text(Row row) {
        return IntStream.range(0, row.getArity())
                .mapToObj(i -> String.valueOf(row.getField(i)))
                .reduce("", (a, b) -> a + "|" + b);
    }
}
