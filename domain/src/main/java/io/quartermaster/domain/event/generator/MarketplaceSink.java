package io.quartermaster.domain.event.generator;

import io.quartermaster.domain.event.Event;
import io.quartermaster.domain.event.EventKind;

/** Takes what a marketplace leaves behind: kind by kind, each kind in time order. */
public interface MarketplaceSink {

    /** One record of a kind. */
    void event(EventKind kind, Event event, Flaw flaw);

    /** The hidden demand of one item, place and day. */
    void truth(TrueDemand demand);

    /** What one campaign truly did; dropped unless overridden. */
    default void truth(TrueCampaign campaign) {}

    /** What showing one item truly did on a day; dropped unless overridden. */
    default void truth(TrueShowing showing) {}

    /** The price calendar's line of one item and day; dropped unless overridden. */
    default void planned(PlannedDay day) {}

    /** The hidden nature of one brand; dropped unless overridden. */
    default void truth(TrueBrand brand) {}
}
