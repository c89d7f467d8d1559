package io.quartermaster.domain.event;

/** Whether goods travel to the platform or to its customers. */
public enum DeliveryDirection {
    /** From a supplier to a place of the platform. */
    INBOUND,
    /** From a place or seller to a customer. */
    OUTBOUND
}
