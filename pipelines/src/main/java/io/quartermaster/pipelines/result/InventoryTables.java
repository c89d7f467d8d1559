package io.quartermaster.pipelines.result;

import static io.quartermaster.pipelines.result.ResultColumn.day;
import static io.quartermaster.pipelines.result.ResultColumn.instant;
import static io.quartermaster.pipelines.result.ResultColumn.number;
import static io.quartermaster.pipelines.result.ResultColumn.text;
import static io.quartermaster.pipelines.result.ResultColumn.whole;
import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import io.quartermaster.domain.replenishment.justintime.LeadTimeDistribution;
import io.quartermaster.domain.replenishment.justintime.StockSignal;
import io.quartermaster.domain.replenishment.lots.LotAllocation;
import io.quartermaster.domain.replenishment.lots.LotPart;
import io.quartermaster.domain.replenishment.lots.StockValue;
import io.quartermaster.pipelines.channel.Channels;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The tables of lots, what stock is worth, and what it asks for. */
final class InventoryTables {

    private static final Comparator<StockSignal> BY_PLACE_AND_DAY =
            comparing(StockSignal::item)
                    .thenComparing(StockSignal::place)
                    .thenComparing(StockSignal::eventDay);

    private InventoryTables() {}

    /** One part of an allocation, or what it leaves open. */
    private record LotLine(LotAllocation allocation, LotPart part) {

        static Stream<LotLine> of(LotAllocation allocation) {
            return allocation.lines().map(part -> new LotLine(allocation, part));
        }
    }

    static ResultTable<LotAllocation, ?> lotAllocations() {
        return new ResultTable<>(
                "lot_allocations",
                Channels.LOT_ALLOCATIONS,
                List.<ResultColumn<LotLine>>of(
                        text("item", line -> line.allocation().item()),
                        text("place", line -> line.allocation().place()),
                        text("lot_order", line -> line.allocation().method()),
                        day("event_day", line -> line.allocation().eventDay()),
                        text("kind", line -> line.allocation().kind()),
                        text("id", line -> line.allocation().id()),
                        text("order_line", line -> line.allocation().about()),
                        text("lot", line -> line.part().lot()),
                        instant("received_at", line -> line.part().receivedAt()),
                        day("expires_on", line -> line.part().expiresOn()),
                        whole("units", line -> line.part().units()),
                        money("amount", line -> line.part().value()),
                        text("currency", line -> line.allocation().currency()),
                        text("note", line -> line.allocation().note())),
                comparing(LotAllocation::item)
                        .thenComparing(LotAllocation::place)
                        .thenComparing(LotAllocation::method)
                        .thenComparing(LotAllocation::eventDay)
                        .thenComparing(LotAllocation::kind)
                        .thenComparing(LotAllocation::id)
                        .thenComparing(LotAllocation::about)
                        .thenComparing(LotAllocation::key),
                comparingInt(LotAllocation::revision),
                LotLine::of);
    }

    static ResultTable<StockValue, StockValue> stockValue() {
        return new ResultTable<>(
                "stock_value",
                Channels.STOCK_VALUE,
                List.of(
                        text("item", StockValue::item),
                        text("place", StockValue::place),
                        text("lot_order", StockValue::method),
                        day("event_day", StockValue::eventDay),
                        whole("units", StockValue::units),
                        whole("short_units", StockValue::shortUnits),
                        money("opening_value", StockValue::opening),
                        money("received_value", StockValue::received),
                        money("cost_of_sales", StockValue::costOfSales),
                        money("written_off", StockValue::writtenOff),
                        money("stock_value", StockValue::value),
                        text("currency", StockValue::currency)),
                comparing(StockValue::item)
                        .thenComparing(StockValue::place)
                        .thenComparing(StockValue::method)
                        .thenComparing(StockValue::eventDay),
                comparingInt(StockValue::revision),
                value -> value.withdrawn() ? Stream.empty() : Stream.of(value));
    }

    static ResultTable<LeadTimeDistribution, LeadTimeDistribution> leadTimes() {
        return new ResultTable<>(
                "lead_times",
                Channels.LEAD_TIMES,
                List.of(
                        text("item", LeadTimeDistribution::item),
                        text("supplier", LeadTimeDistribution::supplier),
                        day("event_day", LeadTimeDistribution::eventDay),
                        number("own_deliveries", LeadTimeDistribution::own),
                        number("supplier_deliveries", LeadTimeDistribution::pooled),
                        whole("agreed_days", row -> (long) row.agreedDays()),
                        number("mean_days", LeadTimeDistribution::mean),
                        number("sd_days", LeadTimeDistribution::deviation),
                        whole("q50_days", row -> (long) row.quantile(0.5)),
                        whole("q90_days", row -> (long) row.quantile(0.9)),
                        whole("q95_days", row -> (long) row.quantile(0.95))),
                comparing(LeadTimeDistribution::item)
                        .thenComparing(LeadTimeDistribution::supplier)
                        .thenComparing(LeadTimeDistribution::eventDay),
                ResultTable.onlyOneVersion(),
                Stream::of);
    }

    static ResultTable<StockSignal, StockSignal> stockSignals() {
        return new ResultTable<>(
                "stock_signals",
                Channels.STOCK_SIGNALS,
                List.of(
                        text("item", StockSignal::item),
                        text("place", StockSignal::place),
                        text("supplier", StockSignal::supplier),
                        day("event_day", StockSignal::eventDay),
                        whole("on_hand", StockSignal::onHand),
                        whole("open_units", StockSignal::openUnits),
                        whole("overdue_units", StockSignal::overdueUnits),
                        number("demand_per_day", StockSignal::demandPerDay),
                        number("cover_days", StockSignal::coverDays),
                        whole("lead_days", row -> (long) row.leadDays()),
                        day("runs_out_on", StockSignal::runsOutOn),
                        day("order_by", StockSignal::orderBy),
                        text("pull", StockSignal::pull),
                        whole("pull_units", StockSignal::pullUnits),
                        whole("oldest_days", StockSignal::oldestDays),
                        whole("aged_units", StockSignal::agedUnits),
                        whole("expiring_units", StockSignal::expiringUnits),
                        whole("excess_units", StockSignal::excessUnits),
                        money("excess_value", StockSignal::excessValue),
                        text("currency", StockSignal::currency),
                        text("alerts", StockSignal::alerts)),
                BY_PLACE_AND_DAY,
                ResultTable.onlyOneVersion(),
                Stream::of);
    }

    /** A lot in stock when a signal was told. */
    private record LotAge(StockSignal signal, LotPart lot) {

        static Stream<LotAge> of(StockSignal signal) {
            return Stream.of(signal.lots()).map(lot -> new LotAge(signal, lot));
        }
    }

    static ResultTable<StockSignal, ?> stockAges() {
        return new ResultTable<>(
                "stock_ages",
                Channels.STOCK_SIGNALS,
                List.<ResultColumn<LotAge>>of(
                        text("item", row -> row.signal().item()),
                        text("place", row -> row.signal().place()),
                        day("event_day", row -> row.signal().eventDay()),
                        text("lot", row -> row.lot().lot()),
                        instant("received_at", row -> row.lot().receivedAt()),
                        whole("age_days", row -> row.lot().ageDays(row.signal().eventDay())),
                        day("expires_on", row -> row.lot().expiresOn()),
                        whole("units", row -> row.lot().units()),
                        money("amount", row -> row.lot().value()),
                        text("currency", row -> row.signal().currency())),
                BY_PLACE_AND_DAY,
                ResultTable.onlyOneVersion(),
                LotAge::of);
    }

    private static <R> ResultColumn<R> money(String name, Function<R, Object> value) {
        return new ResultColumn<>(name, ColumnType.MONEY, value);
    }
}
