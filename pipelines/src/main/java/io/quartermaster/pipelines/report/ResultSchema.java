package io.quartermaster.pipelines.report;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import io.quartermaster.domain.brand.BrandCriterion;
import io.quartermaster.domain.brand.BrandScore;
import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.event.Event;
import io.quartermaster.domain.forecast.Forecast;
import io.quartermaster.domain.governance.Quarantined;
import io.quartermaster.domain.recommendation.Recommendation;
import io.quartermaster.domain.replenishment.NegotiationLine;
import io.quartermaster.domain.replenishment.PlanLine;
import io.quartermaster.domain.replenishment.PlanSummary;
import io.quartermaster.domain.replenishment.PurchaseOrder;
import io.quartermaster.domain.risk.RiskAlert;
import io.quartermaster.domain.satisfaction.SatisfactionIndicator;
import io.quartermaster.domain.satisfaction.SatisfactionScore;
import io.quartermaster.domain.satisfaction.SatisfactionWeights;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Every result table of a run: name, columns, types and order of rows. The files under {@code
 * csv/}, the tables of the {@code sql} verb and the report all follow it.
 */
public final class ResultSchema {

    /** The folder of the result tables below a run's output. */
    public static final String FOLDER = "csv";

    private static final List<ResultTable<?, ?>> TABLES =
            List.of(
                    events(Channels.ORDERS),
                    events(Channels.BEHAVIOUR),
                    events(Channels.STOCK),
                    events(Channels.DELIVERIES),
                    events(Channels.FEEDBACK),
                    events(Channels.PAYMENTS),
                    events(Channels.RETURNS),
                    events(Channels.LOTS),
                    events(Channels.OFFERS),
                    events(Channels.TERMS),
                    events(Channels.LIFECYCLE),
                    events(Channels.JUDGEMENTS),
                    events(Channels.ITEMS),
                    demand(),
                    forecast(),
                    plan(),
                    planSummaries(),
                    purchaseOrders(),
                    negotiation(),
                    recommendations(),
                    satisfaction(),
                    satisfactionWeights(),
                    brandScores(),
                    riskAlerts(),
                    keptApart(Channels.QUARANTINE),
                    keptApart(Channels.REJECTED_JUDGEMENTS),
                    keptApart(Channels.DEMAND_LATE));

    private ResultSchema() {}

    /** All tables, clean events first. */
    public static List<ResultTable<?, ?>> tables() {
        return TABLES;
    }

    /**
     * The table of this name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static ResultTable<?, ?> table(String name) {
        return TABLES.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "The result table (%s) is not known.".formatted(name)));
    }

    private static <T extends Event> ResultTable<T, T> events(Channel<T> channel) {
        return new ResultTable<>(
                channel.name(),
                channel,
                RecordColumns.of(channel.type()),
                comparing(Event::id),
                ResultTable.onlyOneVersion(),
                Stream::of);
    }

    private static ResultTable<DemandWindow, DemandWindow> demand() {
        return new ResultTable<>(
                "demand",
                Channels.DEMAND,
                List.of(
                        text("item", DemandWindow::item),
                        text("place", DemandWindow::place),
                        day("event_day", DemandWindow::day),
                        whole("units", DemandWindow::units),
                        number("price", DemandWindow::price),
                        flag("stocked_out", DemandWindow::stockedOut),
                        whole("views", DemandWindow::views),
                        whole("favourites", DemandWindow::favourites),
                        whole("carts", DemandWindow::carts),
                        number("promotion", DemandWindow::promotion),
                        instant("as_of", DemandWindow::asOf)),
                comparing(DemandWindow::item)
                        .thenComparing(DemandWindow::place)
                        .thenComparing(DemandWindow::day),
                comparingInt(DemandWindow::revision),
                Stream::of);
    }

    private static ResultTable<Forecast, ForecastDay> forecast() {
        return new ResultTable<>(
                "forecast",
                Channels.FORECAST,
                List.of(
                        text("item", row -> row.forecast().item()),
                        text("place", row -> row.forecast().place()),
                        day("made_on", row -> row.forecast().madeOn()),
                        day("event_day", ForecastDay::day),
                        text("model_name", row -> row.forecast().modelName()),
                        number("mean", row -> row.forecast().mean()[row.step()]),
                        number("q10", row -> row.forecast().q10()[row.step()]),
                        number("q50", row -> row.forecast().q50()[row.step()]),
                        number("q90", row -> row.forecast().q90()[row.step()]),
                        text("model_version", row -> row.forecast().modelVersion()),
                        instant("as_of", row -> row.forecast().asOf()),
                        flag("champion", row -> row.forecast().champion()),
                        number(
                                "cumulative_q90",
                                row -> row.forecast().cumulativeQ90()[row.step()])),
                comparing(Forecast::item)
                        .thenComparing(Forecast::place)
                        .thenComparing(Forecast::madeOn)
                        .thenComparing(Forecast::modelName),
                ResultTable.onlyOneVersion(),
                ForecastDay::of);
    }

    private static ResultTable<PlanLine, PlanLine> plan() {
        return new ResultTable<>(
                "plan",
                Channels.PLAN,
                List.of(
                        day("plan_day", PlanLine::planDay),
                        text("item", PlanLine::item),
                        text("place", PlanLine::place),
                        text("supplier", PlanLine::supplier),
                        day("order_day", PlanLine::orderDay),
                        day("arrival_day", PlanLine::arrivalDay),
                        whole("quantity", PlanLine::quantity),
                        whole("packs", PlanLine::packs),
                        text("reason", PlanLine::reason),
                        text("plan_version", PlanLine::planVersion),
                        flag("assumed", PlanLine::assumed),
                        text("status", PlanLine::status)),
                comparing(PlanLine::planDay)
                        .thenComparing(PlanLine::item)
                        .thenComparing(PlanLine::place)
                        .thenComparing(PlanLine::supplier)
                        .thenComparing(PlanLine::orderDay)
                        .thenComparing(PlanLine::arrivalDay)
                        .thenComparing(PlanLine::planVersion),
                ResultTable.onlyOneVersion(),
                Stream::of);
    }

    private static ResultTable<PlanSummary, PlanSummary> planSummaries() {
        return new ResultTable<>(
                "plan_summaries",
                Channels.PLAN_SUMMARIES,
                RecordColumns.of(PlanSummary.class),
                comparing(PlanSummary::planDay)
                        .thenComparing(PlanSummary::supplier)
                        .thenComparing(PlanSummary::planVersion),
                ResultTable.onlyOneVersion(),
                Stream::of);
    }

    private static ResultTable<NegotiationLine, NegotiationLine> negotiation() {
        return new ResultTable<>(
                "negotiation",
                Channels.NEGOTIATION,
                RecordColumns.of(NegotiationLine.class),
                comparing(NegotiationLine::planDay)
                        .thenComparing(NegotiationLine::supplier)
                        .thenComparing(NegotiationLine::lever),
                ResultTable.onlyOneVersion(),
                Stream::of);
    }

    private static ResultTable<PurchaseOrder, PurchaseOrder> purchaseOrders() {
        return new ResultTable<>(
                "purchase_orders",
                Channels.PURCHASE_ORDERS,
                List.of(
                        text("purchase_order", PurchaseOrder::purchaseOrder),
                        text("item", PurchaseOrder::item),
                        text("place", PurchaseOrder::place),
                        text("supplier", PurchaseOrder::supplier),
                        day("order_day", PurchaseOrder::orderDay),
                        day("arrival_day", PurchaseOrder::arrivalDay),
                        whole("quantity", PurchaseOrder::quantity),
                        text("state", PurchaseOrder::state),
                        text("plan_version", PurchaseOrder::planVersion),
                        text("brand", PurchaseOrder::brand),
                        flag("assumed", PurchaseOrder::assumed)),
                comparing(PurchaseOrder::purchaseOrder),
                ResultTable.onlyOneVersion(),
                Stream::of);
    }

    private static ResultTable<Recommendation, Recommendation> recommendations() {
        return new ResultTable<>(
                "recommendations",
                Channels.RECOMMENDATIONS,
                List.of(
                        text("customer", Recommendation::customer),
                        whole("position", Recommendation::position),
                        text("item", Recommendation::item),
                        number("score", Recommendation::score),
                        text("reason", Recommendation::reason),
                        instant("as_of", Recommendation::asOf),
                        text("method_name", Recommendation::method)),
                comparing(Recommendation::customer)
                        .thenComparing(Recommendation::asOf)
                        .thenComparing(Recommendation::position),
                ResultTable.onlyOneVersion(),
                Stream::of);
    }

    private static ResultTable<SatisfactionScore, SatisfactionScore> satisfaction() {
        List<ResultColumn<SatisfactionScore>> columns =
                new ArrayList<>(
                        List.of(
                                text("entity_kind", SatisfactionScore::entityKind),
                                text("entity", SatisfactionScore::entity),
                                day("event_day", SatisfactionScore::eventDay),
                                number("score", SatisfactionScore::score)));
        for (int i = 0; i < SatisfactionIndicator.values().length; i++) {
            int index = i;
            String label = SatisfactionIndicator.values()[i].label();
            columns.add(number("part_" + label, row -> row.parts()[index]));
        }
        columns.add(text("action", SatisfactionScore::action));
        for (int i = 0; i < SatisfactionIndicator.values().length; i++) {
            int index = i;
            String label = SatisfactionIndicator.values()[i].label();
            columns.add(number("rating_" + label, row -> row.indicators()[index]));
            columns.add(number("evidence_" + label, row -> row.evidence()[index]));
        }
        columns.addAll(causes());
        return new ResultTable<>(
                "satisfaction",
                Channels.SATISFACTION,
                columns,
                comparing(SatisfactionScore::entityKind)
                        .thenComparing(SatisfactionScore::entity)
                        .thenComparing(SatisfactionScore::eventDay),
                ResultTable.onlyOneVersion(),
                Stream::of);
    }

    /** Why a score differs from the entity's one before; empty in its first row. */
    private static List<ResultColumn<SatisfactionScore>> causes() {
        List<ResultColumn<SatisfactionScore>> columns = new ArrayList<>();
        columns.add(day("since_day", row -> row.cause() == null ? null : row.cause().since()));
        columns.add(
                number("change", row -> row.cause() == null ? Double.NaN : row.cause().change()));
        for (int i = 0; i < SatisfactionIndicator.COUNT; i++) {
            int index = i;
            columns.add(
                    number(
                            "change_" + SatisfactionIndicator.values()[i].label(),
                            row -> row.cause() == null ? Double.NaN : row.cause().levels()[index]));
        }
        columns.add(
                number("change_mix", row -> row.cause() == null ? Double.NaN : row.cause().mix()));
        columns.add(
                number(
                        "change_weighting",
                        row -> row.cause() == null ? Double.NaN : row.cause().weighting()));
        columns.add(text("cause", row -> row.cause() == null ? "" : row.cause().main()));
        return columns;
    }

    private static ResultTable<SatisfactionWeights, SatisfactionWeights> satisfactionWeights() {
        List<ResultColumn<SatisfactionWeights>> columns =
                new ArrayList<>(
                        List.of(
                                text("entity_kind", SatisfactionWeights::entityKind),
                                day("event_day", SatisfactionWeights::eventDay),
                                text("weight_method", SatisfactionWeights::method)));
        for (int i = 0; i < SatisfactionIndicator.COUNT; i++) {
            int index = i;
            String label = SatisfactionIndicator.values()[i].label();
            columns.add(number("weight_" + label, row -> row.weights()[index]));
        }
        columns.addAll(
                List.of(
                        whole("entities", SatisfactionWeights::entities),
                        whole("factors", row -> (long) row.factors()),
                        number("kmo", SatisfactionWeights::kmo),
                        number("bartlett_p", SatisfactionWeights::bartlettP),
                        number("congruence", SatisfactionWeights::congruence),
                        flag("alarm", SatisfactionWeights::alarm),
                        text("note", SatisfactionWeights::note)));
        return new ResultTable<>(
                "satisfaction_weights",
                Channels.SATISFACTION_WEIGHTS,
                columns,
                comparing(SatisfactionWeights::entityKind)
                        .thenComparing(SatisfactionWeights::eventDay),
                ResultTable.onlyOneVersion(),
                Stream::of);
    }

    private static ResultTable<BrandScore, BrandScore> brandScores() {
        List<ResultColumn<BrandScore>> columns =
                new ArrayList<>(
                        List.of(
                                text("brand", BrandScore::brand),
                                day("event_day", BrandScore::eventDay),
                                number("score", BrandScore::score),
                                whole("position", BrandScore::position),
                                text("cluster", BrandScore::cluster),
                                text("stage", BrandScore::stage)));
        for (int i = 0; i < BrandCriterion.values().length; i++) {
            int index = i;
            String label = BrandCriterion.values()[i].label();
            columns.add(number("part_" + label, row -> row.parts()[index]));
        }
        for (int i = 0; i < BrandCriterion.values().length; i++) {
            int index = i;
            String label = BrandCriterion.values()[i].label();
            columns.add(number("rating_" + label, row -> row.ratings()[index]));
            columns.add(number("evidence_" + label, row -> row.evidence()[index]));
        }
        columns.add(number("consistency_ratio", BrandScore::consistencyRatio));
        columns.add(text("reason", BrandScore::reason));
        return new ResultTable<>(
                "brand_scores",
                Channels.BRAND_SCORES,
                columns,
                comparing(BrandScore::brand).thenComparing(BrandScore::eventDay),
                ResultTable.onlyOneVersion(),
                Stream::of);
    }

    private static ResultTable<RiskAlert, RiskAlert> riskAlerts() {
        return new ResultTable<>(
                "risk_alerts",
                Channels.RISK_ALERTS,
                RecordColumns.of(RiskAlert.class),
                comparing(RiskAlert::kind)
                        .thenComparing(RiskAlert::subject)
                        .thenComparing(RiskAlert::eventDay),
                ResultTable.onlyOneVersion(),
                Stream::of);
    }

    private static ResultTable<Quarantined, Quarantined> keptApart(Channel<Quarantined> channel) {
        return new ResultTable<>(
                channel.name(),
                channel,
                List.of(
                        text("source", Quarantined::source),
                        whole("line", Quarantined::line),
                        text("rule", Quarantined::rule),
                        text("reason", Quarantined::reason),
                        text("original", Quarantined::original),
                        text("kind", Quarantined::kind)),
                comparing(Quarantined::source)
                        .thenComparing(Quarantined::line)
                        .thenComparing(Quarantined::rule)
                        .thenComparing(Quarantined::reason)
                        .thenComparing(Quarantined::original),
                ResultTable.onlyOneVersion(),
                Stream::of);
    }

    private static <R> ResultColumn<R> text(String name, Function<R, Object> value) {
        return new ResultColumn<>(name, ColumnType.TEXT, value);
    }

    private static <R> ResultColumn<R> day(String name, Function<R, Object> value) {
        return new ResultColumn<>(name, ColumnType.DAY, value);
    }

    private static <R> ResultColumn<R> instant(String name, Function<R, Object> value) {
        return new ResultColumn<>(name, ColumnType.INSTANT, value);
    }

    private static <R> ResultColumn<R> whole(String name, Function<R, Object> value) {
        return new ResultColumn<>(name, ColumnType.WHOLE, value);
    }

    private static <R> ResultColumn<R> number(String name, Function<R, Object> value) {
        return new ResultColumn<>(name, ColumnType.NUMBER, value);
    }

    private static <R> ResultColumn<R> flag(String name, Function<R, Object> value) {
        return new ResultColumn<>(name, ColumnType.FLAG, value);
    }
}
