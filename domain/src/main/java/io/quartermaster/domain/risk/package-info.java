/**
 * What may break, and what stands at stake. Receives deliveries, offers, satisfaction, stock and
 * demand; hands on the chance that an order line comes late, the risk that a supply breaks, with
 * reasons, and how much a category leans on few.
 *
 * <p>{@link io.quartermaster.domain.risk.LateDeliveryModel} learns from order lines of the past;
 * {@link io.quartermaster.domain.risk.SupplyRisk} weighs what is seen of a brand's supply now.
 */
package io.quartermaster.domain.risk;
