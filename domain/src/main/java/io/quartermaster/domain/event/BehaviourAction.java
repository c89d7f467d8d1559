package io.quartermaster.domain.event;

/** What a visitor did with an item. */
public enum BehaviourAction {
    VIEW,
    FAVOURITE,
    CART,
    BUY,
    SEARCH,
    /** The platform showed the item, for example among its recommendations. */
    SHOWN
}
