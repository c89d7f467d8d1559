package io.quartermaster.domain.event;

/** How a campaign draws customers. */
public enum CampaignKind {
    /** Customers pay less. */
    DISCOUNT,
    /** Customers are told, on the platform or elsewhere. */
    ADVERTISING,
    /** Goods stand where more customers see them. */
    PLACEMENT,
    /** Goods are sold together. */
    BUNDLE
}
