package io.quartermaster.pipelines.result;

import io.quartermaster.pipelines.channel.Channels;
import java.util.List;

/**
 * Every result table of a run: name, columns, types and order of rows. The files under {@code
 * csv/}, the tables of the {@code sql} verb and the report all follow it.
 */
public final class ResultSchema {

    /** The folder of the result tables below a run's output. */
    public static final String FOLDER = "csv";

    private static final List<ResultTable<?, ?>> TABLES =
            List.of(
                    EventTables.events(Channels.ORDERS),
                    EventTables.events(Channels.BEHAVIOUR),
                    EventTables.events(Channels.STOCK),
                    EventTables.events(Channels.DELIVERIES),
                    EventTables.events(Channels.FEEDBACK),
                    EventTables.events(Channels.PAYMENTS),
                    EventTables.events(Channels.RETURNS),
                    EventTables.events(Channels.LOTS),
                    EventTables.events(Channels.OFFERS),
                    EventTables.events(Channels.TERMS),
                    EventTables.events(Channels.CAMPAIGNS),
                    EventTables.events(Channels.LIFECYCLE),
                    EventTables.events(Channels.JUDGEMENTS),
                    EventTables.events(Channels.ITEMS),
                    EventTables.events(Channels.ACTIONS),
                    EventTables.events(Channels.PURCHASE_STEPS),
                    ForecastTables.demand(),
                    ForecastTables.forecast(),
                    ForecastTables.forecastTotals(),
                    ForecastTables.campaignLift(),
                    PlanTables.plan(),
                    PlanTables.planSummaries(),
                    PlanTables.purchaseOrders(),
                    PlanTables.purchaseOrderStates(),
                    PlanTables.negotiation(),
                    InventoryTables.lotAllocations(),
                    InventoryTables.stockValue(),
                    InventoryTables.stockSignals(),
                    InventoryTables.stockAges(),
                    InventoryTables.leadTimes(),
                    RecommendationTables.recommendations(),
                    RecommendationTables.parts(),
                    RecommendationTables.shown(),
                    SatisfactionTables.satisfaction(),
                    SatisfactionTables.satisfactionWeights(),
                    SatisfactionTables.actions(),
                    SatisfactionTables.effects(),
                    BrandTables.brandScores(),
                    BrandTables.brandPriors(),
                    BrandTables.riskAlerts(),
                    BrandTables.lateChances(),
                    TextTables.answers(),
                    TextTables.aspects(),
                    EventTables.keptApart(Channels.QUARANTINE),
                    EventTables.keptApart(Channels.REJECTED_JUDGEMENTS),
                    EventTables.keptApart(Channels.REJECTED_PURCHASE_STEPS),
                    EventTables.keptApart(Channels.DEMAND_LATE),
                    EventTables.keptApart(Channels.FORECAST_LATE),
                    EventTables.keptApart(Channels.ERASED_LATE));

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
}
