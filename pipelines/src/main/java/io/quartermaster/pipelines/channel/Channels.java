package io.quartermaster.pipelines.channel;

import io.quartermaster.domain.brand.BrandCluster;
import io.quartermaster.domain.brand.BrandPrior;
import io.quartermaster.domain.brand.BrandScore;
import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.event.Behaviour;
import io.quartermaster.domain.event.BrandAction;
import io.quartermaster.domain.event.BrandOffer;
import io.quartermaster.domain.event.BrandTerms;
import io.quartermaster.domain.event.Campaign;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.CatalogueText;
import io.quartermaster.domain.event.Delivery;
import io.quartermaster.domain.event.Erasure;
import io.quartermaster.domain.event.Event;
import io.quartermaster.domain.event.ExpertJudgement;
import io.quartermaster.domain.event.Feedback;
import io.quartermaster.domain.event.ItemVector;
import io.quartermaster.domain.event.LifeCycleStep;
import io.quartermaster.domain.event.Message;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.event.Payment;
import io.quartermaster.domain.event.PurchaseStep;
import io.quartermaster.domain.event.ReturnLine;
import io.quartermaster.domain.event.StockLevel;
import io.quartermaster.domain.event.StockLot;
import io.quartermaster.domain.forecast.CampaignOutcome;
import io.quartermaster.domain.forecast.Forecast;
import io.quartermaster.domain.forecast.hierarchy.ForecastTotal;
import io.quartermaster.domain.governance.Quarantined;
import io.quartermaster.domain.recommendation.Recommendation;
import io.quartermaster.domain.recommendation.ShownItem;
import io.quartermaster.domain.replenishment.NegotiationLine;
import io.quartermaster.domain.replenishment.PlanLine;
import io.quartermaster.domain.replenishment.PlanSummary;
import io.quartermaster.domain.replenishment.PurchaseOrder;
import io.quartermaster.domain.replenishment.justintime.LeadTimeDistribution;
import io.quartermaster.domain.replenishment.justintime.StockSignal;
import io.quartermaster.domain.replenishment.lots.LotAllocation;
import io.quartermaster.domain.replenishment.lots.StockValue;
import io.quartermaster.domain.risk.LateChance;
import io.quartermaster.domain.risk.RiskAlert;
import io.quartermaster.domain.satisfaction.EntitySums;
import io.quartermaster.domain.satisfaction.SatisfactionScore;
import io.quartermaster.domain.satisfaction.SatisfactionWeights;
import io.quartermaster.domain.satisfaction.action.ActionEffect;
import io.quartermaster.domain.satisfaction.action.SatisfactionAction;
import io.quartermaster.domain.text.AspectOpinion;
import io.quartermaster.domain.text.MessageAnswer;
import io.quartermaster.pipelines.event.Channel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Every stream between jobs, by name. Clean events first, then what each job hands on. */
public final class Channels {

    public static final Channel<OrderLine> ORDERS =
            event("orders", OrderLine.class, OrderLine::item);
    public static final Channel<Payment> PAYMENTS =
            event("payments", Payment.class, Payment::order);
    public static final Channel<ReturnLine> RETURNS =
            event("returns", ReturnLine.class, ReturnLine::item);
    public static final Channel<Behaviour> BEHAVIOUR =
            event("behaviour", Behaviour.class, Behaviour::customer);
    public static final Channel<StockLevel> STOCK =
            event("stock", StockLevel.class, StockLevel::item);
    public static final Channel<StockLot> LOTS = event("lots", StockLot.class, StockLot::item);
    public static final Channel<Delivery> DELIVERIES =
            event("deliveries", Delivery.class, Delivery::order);
    public static final Channel<Feedback> FEEDBACK =
            event("feedback", Feedback.class, Feedback::order);
    public static final Channel<Message> MESSAGES =
            event("messages", Message.class, Message::customer);
    public static final Channel<BrandOffer> OFFERS =
            event("offers", BrandOffer.class, BrandOffer::brand);
    public static final Channel<BrandTerms> TERMS =
            event("terms", BrandTerms.class, BrandTerms::brand);
    public static final Channel<Campaign> CAMPAIGNS =
            event("campaigns", Campaign.class, Campaign::brand);
    public static final Channel<LifeCycleStep> LIFECYCLE =
            event("lifecycle", LifeCycleStep.class, LifeCycleStep::brand);
    public static final Channel<ExpertJudgement> JUDGEMENTS =
            event("judgements", ExpertJudgement.class, ExpertJudgement::brand);
    public static final Channel<CatalogueItem> ITEMS =
            event("items", CatalogueItem.class, CatalogueItem::item);
    public static final Channel<CatalogueText> TEXTS =
            event("texts", CatalogueText.class, CatalogueText::item);
    public static final Channel<BrandAction> ACTIONS =
            event("actions", BrandAction.class, BrandAction::brand);
    public static final Channel<PurchaseStep> PURCHASE_STEPS =
            event("purchase_steps", PurchaseStep.class, PurchaseStep::supplier);

    public static final Channel<ItemVector> ITEM_VECTORS =
            event("item_vectors", ItemVector.class, ItemVector::item);
    public static final Channel<Erasure> ERASURES =
            event("erasures", Erasure.class, Erasure::customer);

    /** Rejects have no event time that could be trusted; they stand at the epoch. */
    public static final Channel<Quarantined> QUARANTINE =
            new Channel<>(
                    "quarantine",
                    Quarantined.class,
                    rejected -> rejected.source() + ":" + rejected.line(),
                    rejected -> Instant.EPOCH);

    /** Experts' judgements that passed cleaning but contradict themselves; at the epoch too. */
    public static final Channel<Quarantined> REJECTED_JUDGEMENTS =
            new Channel<>(
                    "rejected_judgements",
                    Quarantined.class,
                    Quarantined::original,
                    rejected -> Instant.EPOCH);

    /** Steps of orders to suppliers that passed cleaning but cannot be taken; at the epoch too. */
    public static final Channel<Quarantined> REJECTED_PURCHASE_STEPS =
            new Channel<>(
                    "rejected_purchase_steps",
                    Quarantined.class,
                    Quarantined::original,
                    refused -> Instant.EPOCH);

    /** Clean events that came after their demand window could still be corrected. */
    public static final Channel<Quarantined> DEMAND_LATE =
            new Channel<>(
                    "demand_late",
                    Quarantined.class,
                    late -> late.source() + ":" + late.reason(),
                    late -> Instant.EPOCH);

    /** Corrected windows that came after the forecasts made of them could be made again. */
    public static final Channel<Quarantined> FORECAST_LATE =
            new Channel<>(
                    "forecast_late",
                    Quarantined.class,
                    late -> late.source() + ":" + late.reason(),
                    late -> Instant.EPOCH);

    /** Clean events of customers that came after these had asked to be forgotten. */
    public static final Channel<Quarantined> ERASED_LATE =
            new Channel<>(
                    "erased_late",
                    Quarantined.class,
                    late -> late.source() + ":" + late.original(),
                    late -> Instant.EPOCH);

    public static final Channel<SatisfactionScore> SATISFACTION =
            daily(
                    "satisfaction",
                    SatisfactionScore.class,
                    SatisfactionScore::entity,
                    SatisfactionScore::eventDay);
    public static final Channel<SatisfactionWeights> SATISFACTION_WEIGHTS =
            daily(
                    "satisfaction_weights",
                    SatisfactionWeights.class,
                    SatisfactionWeights::entityKind,
                    SatisfactionWeights::eventDay);
    public static final Channel<SatisfactionAction> SATISFACTION_ACTIONS =
            daily(
                    "satisfaction_actions",
                    SatisfactionAction.class,
                    SatisfactionAction::entity,
                    SatisfactionAction::eventDay);
    public static final Channel<ActionEffect> ACTION_EFFECTS =
            daily(
                    "action_effects",
                    ActionEffect.class,
                    ActionEffect::brand,
                    ActionEffect::eventDay);

    /** What stands behind the satisfaction with brands; for their priors. */
    public static final Channel<EntitySums> BRAND_EVIDENCE =
            daily("brand_evidence", EntitySums.class, EntitySums::entity, EntitySums::eventDay);

    public static final Channel<BrandScore> BRAND_SCORES =
            daily("brand_scores", BrandScore.class, BrandScore::brand, BrandScore::eventDay);
    public static final Channel<BrandCluster> BRAND_CLUSTERS =
            daily(
                    "brand_clusters",
                    BrandCluster.class,
                    BrandCluster::brand,
                    BrandCluster::eventDay);
    public static final Channel<BrandPrior> BRAND_PRIORS =
            daily("brand_priors", BrandPrior.class, BrandPrior::brand, BrandPrior::eventDay);
    public static final Channel<DemandWindow> DEMAND =
            daily(
                    "demand",
                    DemandWindow.class,
                    window -> window.item() + "|" + window.place(),
                    DemandWindow::day);
    public static final Channel<Forecast> FORECAST =
            daily(
                    "forecast",
                    Forecast.class,
                    forecast -> forecast.item() + "|" + forecast.place(),
                    Forecast::madeOn);
    public static final Channel<ForecastTotal> FORECAST_TOTALS =
            daily(
                    "forecast_totals",
                    ForecastTotal.class,
                    total -> total.level() + "|" + total.node(),
                    ForecastTotal::madeOn);
    public static final Channel<CampaignOutcome> CAMPAIGN_LIFT =
            new Channel<>(
                    "campaign_lift",
                    CampaignOutcome.class,
                    CampaignOutcome::brand,
                    CampaignOutcome::asOf);
    public static final Channel<PlanLine> PLAN =
            daily("plan", PlanLine.class, PlanLine::item, PlanLine::planDay);
    public static final Channel<PlanSummary> PLAN_SUMMARIES =
            daily("plan_summaries", PlanSummary.class, PlanSummary::supplier, PlanSummary::planDay);
    public static final Channel<NegotiationLine> NEGOTIATION =
            daily(
                    "negotiation",
                    NegotiationLine.class,
                    NegotiationLine::supplier,
                    NegotiationLine::planDay);
    public static final Channel<PurchaseOrder> PURCHASE_ORDERS =
            new Channel<>(
                    "purchase_orders", PurchaseOrder.class, PurchaseOrder::item, Channels::knownAt);
    public static final Channel<LotAllocation> LOT_ALLOCATIONS =
            daily(
                    "lot_allocations",
                    LotAllocation.class,
                    LotAllocation::item,
                    LotAllocation::eventDay);
    public static final Channel<StockValue> STOCK_VALUE =
            daily("stock_value", StockValue.class, StockValue::item, StockValue::eventDay);
    public static final Channel<LeadTimeDistribution> LEAD_TIMES =
            daily(
                    "lead_times",
                    LeadTimeDistribution.class,
                    LeadTimeDistribution::item,
                    LeadTimeDistribution::eventDay);
    public static final Channel<StockSignal> STOCK_SIGNALS =
            daily("stock_signals", StockSignal.class, StockSignal::item, StockSignal::eventDay);
    public static final Channel<Recommendation> RECOMMENDATIONS =
            new Channel<>(
                    "recommendations",
                    Recommendation.class,
                    Recommendation::customer,
                    Recommendation::asOf);
    public static final Channel<ShownItem> SHOWN_ITEMS =
            new Channel<>("shown_items", ShownItem.class, ShownItem::customer, ShownItem::judgedAt);
    public static final Channel<MessageAnswer> ANSWERS =
            new Channel<>(
                    "answers", MessageAnswer.class, MessageAnswer::customer, MessageAnswer::time);

    public static final Channel<AspectOpinion> ASPECTS =
            new Channel<>(
                    "aspects", AspectOpinion.class, AspectOpinion::about, AspectOpinion::time);

    public static final Channel<RiskAlert> RISK_ALERTS =
            daily("risk_alerts", RiskAlert.class, RiskAlert::subject, RiskAlert::eventDay);

    public static final Channel<LateChance> LATE_CHANCES =
            daily("late_chances", LateChance.class, LateChance::order, LateChance::eventDay);

    private Channels() {}

    /** The channels of clean events, in the order of {@code EventKind}. */
    public static List<Channel<? extends Event>> clean() {
        return List.of(
                ORDERS,
                PAYMENTS,
                RETURNS,
                BEHAVIOUR,
                STOCK,
                LOTS,
                DELIVERIES,
                FEEDBACK,
                MESSAGES,
                OFFERS,
                TERMS,
                CAMPAIGNS,
                LIFECYCLE,
                JUDGEMENTS,
                ITEMS,
                TEXTS,
                ACTIONS,
                PURCHASE_STEPS,
                ITEM_VECTORS,
                ERASURES);
    }

    /** The last instant of a day in UTC: a row about a day is known when the day is over. */
    public static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1);
    }

    /** A proposal is placed on its order day; what becomes of it is known when it is told. */
    private static Instant knownAt(PurchaseOrder order) {
        Instant placed = endOf(order.orderDay());
        return order.changedAt().isAfter(placed) ? order.changedAt() : placed;
    }

    private static <T extends Event> Channel<T> event(
            String name, Class<T> type, Channel.SerializableFunction<T, String> key) {
        return new Channel<>(name, type, key, Event::time);
    }

    private static <T> Channel<T> daily(
            String name,
            Class<T> type,
            Channel.SerializableFunction<T, String> key,
            Channel.SerializableFunction<T, LocalDate> day) {
        return new Channel<>(name, type, key, element -> endOf(day.apply(element)));
    }
}
