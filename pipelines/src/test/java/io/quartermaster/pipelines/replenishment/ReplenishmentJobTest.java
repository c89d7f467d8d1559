package io.quartermaster.pipelines.replenishment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.event.PurchaseState;
import io.quartermaster.domain.governance.Quarantined;
import io.quartermaster.domain.replenishment.NegotiationLine;
import io.quartermaster.domain.replenishment.PlanSummary;
import io.quartermaster.domain.replenishment.PurchaseOrder;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.BreakingExchange;
import io.quartermaster.pipelines.event.Channel;
import io.quartermaster.pipelines.event.Exchange;
import io.quartermaster.pipelines.event.FileExchange;
import io.quartermaster.pipelines.event.JsonCodec;
import io.quartermaster.pipelines.event.RunOptions;
import io.quartermaster.pipelines.event.StrictEnvironment;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplenishmentJobTest {

    /** Elements of the demand before a failure, over all tasks. */
    private static final int LATE_IN_DEMAND = 200;

    @TempDir private Path folder;

    private final SupplyStory story = new SupplyStory();

    @Test
    void plansTheSameWithOneTaskAndWithTwo() throws Exception {
        List<Object> one = run("one", 1, false);
        assertThat(one).hasSizeGreaterThan(20);
        assertThat(one.stream().filter(NegotiationLine.class::isInstance))
                .as("four a supplier and plan day")
                .hasSize(4 * 2 * SupplyStory.PLANS);
        assertThat(one)
                .filteredOn(PurchaseOrder.class::isInstance)
                .extracting(order -> ((PurchaseOrder) order).state())
                .contains(PurchaseState.APPROVED, PurchaseState.CHANGED, PurchaseState.CANCELLED);
        assertThat(one).anyMatch(Quarantined.class::isInstance);
        assertThat(run("two", 2, false)).isEqualTo(one);
    }

    @Test
    void proposesEachOrderOnce() throws Exception {
        assertThat(run("failing", 2, true))
                .filteredOn(PurchaseOrder.class::isInstance)
                .extracting(order -> (PurchaseOrder) order)
                .extracting(order -> order.purchaseOrder() + "|" + order.revision())
                .doesNotHaveDuplicates();
    }

    /** East is suspended on the ninth day, after the second plan. */
    @Test
    void ordersNothingWhileABrandIsSuspended() throws Exception {
        story.steps.remove(1);
        List<Object> suspended = run("suspended", 1, false);
        assertThat(daysOfOrders(suspended, "East"))
                .isNotEmpty()
                .allSatisfy(day -> assertThat(day).isBefore(SupplyStory.TAIL_START.plusDays(8)));
        story.steps.clear();
        assertThat(daysOfOrders(run("contracted", 1, false), "East"))
                .anySatisfy(
                        day ->
                                assertThat(day)
                                        .isAfterOrEqualTo(SupplyStory.TAIL_START.plusDays(14)));
    }

    private static List<LocalDate> daysOfOrders(List<Object> rows, String supplier) {
        return rows.stream()
                .filter(PurchaseOrder.class::isInstance)
                .map(PurchaseOrder.class::cast)
                .filter(order -> order.supplier().equals(supplier))
                .map(PurchaseOrder::orderDay)
                .toList();
    }

    @Test
    void survivesAnInjectedFailure() throws Exception {
        List<Object> without = run("without", 2, false);
        assertThat(run("with", 2, true)).isEqualTo(without);
        assertThat(BreakingExchange.hasFailed()).isTrue();
    }

    /** Counted stock that is off the plan is planned for, and after a failure not twice. */
    @Test
    void plansAgainOnceWhereStockIsCounted() throws Exception {
        Configuration observed = new Configuration();
        observed.set(ReplenishmentOptions.STOCK, ReplenishmentOptions.StockSource.OBSERVED);
        List<Object> without = run("observed", 2, false, observed);
        assertThat(without)
                .filteredOn(PlanSummary.class::isInstance)
                .extracting(summary -> (PlanSummary) summary)
                .anyMatch(summary -> summary.cause().equals("events"))
                .extracting(PlanSummary::planVersion)
                .doesNotHaveDuplicates();
        assertThat(run("observed-failing", 2, true, observed)).isEqualTo(without);
        assertThat(BreakingExchange.hasFailed()).isTrue();
        assertThat(run("observed-one", 1, false, observed)).isEqualTo(without);
    }

    private List<Object> run(String name, int parallelism, boolean fails) throws Exception {
        return run(name, parallelism, fails, new Configuration());
    }

    private List<Object> run(String name, int parallelism, boolean fails, Configuration more)
            throws Exception {
        FileExchange exchange = new FileExchange(folder.resolve(name), List.of(), ZoneOffset.UTC);
        put(exchange, Channels.ITEMS, story.items);
        put(exchange, Channels.TERMS, story.terms);
        put(exchange, Channels.LIFECYCLE, story.steps);
        put(exchange, Channels.STOCK, story.stock);
        put(exchange, Channels.LOTS, story.lots);
        put(exchange, Channels.DEMAND, story.demand);
        put(exchange, Channels.FORECAST, story.forecasts);
        put(exchange, Channels.PURCHASE_STEPS, story.purchaseSteps);
        Configuration configuration = configuration(name);
        configuration.addAll(more);
        StreamExecutionEnvironment environment =
                StrictEnvironment.local(parallelism, configuration);
        Exchange used =
                fails
                        ? BreakingExchange.failingOnce(exchange, Channels.DEMAND, LATE_IN_DEMAND)
                        : exchange;
        new ReplenishmentJob().define(environment, used, configuration);
        environment.execute(name);
        exchange.seal(
                Channels.PLAN,
                Channels.PLAN_SUMMARIES,
                Channels.PURCHASE_ORDERS,
                Channels.NEGOTIATION,
                Channels.REJECTED_PURCHASE_STEPS);
        List<Object> all = new ArrayList<>();
        exchange.forEach(Channels.PLAN, all::add);
        exchange.forEach(Channels.PLAN_SUMMARIES, all::add);
        exchange.forEach(Channels.PURCHASE_ORDERS, all::add);
        exchange.forEach(Channels.NEGOTIATION, all::add);
        exchange.forEach(Channels.REJECTED_PURCHASE_STEPS, all::add);
        return all;
    }

    private Configuration configuration(String name) {
        Configuration configuration = new Configuration();
        configuration.set(ReplenishmentOptions.NEGOTIATION_SHEET, true);
        configuration.set(RunOptions.TAIL_START, SupplyStory.TAIL_START.toString());
        configuration.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, Duration.ofMillis(1));
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(20));
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                folder.resolve(name + "-checkpoints").toUri().toString());
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 2);
        configuration.set(
                RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(1));
        return configuration;
    }

    private static <T> void put(FileExchange exchange, Channel<T> channel, List<T> elements)
            throws Exception {
        JsonCodec<T> codec = JsonCodec.of(channel.type());
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        List<T> sorted = elements.stream().sorted(Comparator.comparing(channel.time())).toList();
        for (T element : sorted) {
            lines.writeBytes(codec.write(element));
            lines.write('\n');
        }
        Files.createDirectories(exchange.file(channel).getParent());
        Files.write(exchange.file(channel), lines.toByteArray());
    }
}
