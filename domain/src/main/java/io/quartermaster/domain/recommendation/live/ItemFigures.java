package io.quartermaster.domain.recommendation.live;

import java.util.HashMap;
import java.util.Map;

/** Figures of items and brands that only a trained ranker asks for: the newest of each. */
public final class ItemFigures {

    private static final Offer NO_OFFER = new Offer(0, Double.NaN);
    private static final Demand NO_DEMAND = new Demand(Double.NaN, 0, 0);
    private static final double NO_SATISFACTION = 0.5;

    private final Map<String, Offer> offers = new HashMap<>();
    private final Map<String, Demand> demands = new HashMap<>();
    private final Map<String, Double> satisfaction = new HashMap<>();
    private double day = Double.NaN;

    /**
     * What an item is offered for.
     *
     * @param price list price, 0 if not known
     * @param launchDay day of its launch since the epoch, NaN if not known
     */
    record Offer(double price, double launchDay) {}

    /**
     * Stock against demand.
     *
     * @param onHand units on hand over all places, NaN if not known
     * @param expected units that the forecast expects over the horizon
     * @param later those of the horizon's second half
     */
    record Demand(double onHand, double expected, double later) {}

    /** Price and launch of an item; see {@link Offer}. */
    public void putOffer(String item, double price, double launchDay) {
        offers.put(item, new Offer(price, launchDay));
    }

    /** Stock and forecast of an item; see {@link Demand}. */
    public void putDemand(String item, double onHand, double expected, double later) {
        demands.put(item, new Demand(onHand, expected, later));
    }

    /** How satisfied customers are with a brand, 0 to 1. */
    public void putSatisfaction(String brand, double score) {
        satisfaction.put(brand, score);
    }

    /** The time that is worked on, in days since the epoch. */
    public void putDay(double now) {
        day = now;
    }

    Offer offer(String item) {
        return offers.getOrDefault(item, NO_OFFER);
    }

    Demand demand(String item) {
        return demands.getOrDefault(item, NO_DEMAND);
    }

    double satisfaction(String brand) {
        return satisfaction.getOrDefault(brand, NO_SATISFACTION);
    }

    double day() {
        return day;
    }
}
