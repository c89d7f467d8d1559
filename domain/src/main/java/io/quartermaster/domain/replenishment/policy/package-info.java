/**
 * The textbook's policies of stock for one item or one chain of stages: when to order and how much,
 * and what that costs in expectation. Receives a {@link
 * io.quartermaster.domain.replenishment.policy.Demand} and costs; hands on levels, quantities and
 * expected costs. The planner prices safety stock by the newsvendor; the backtest follows policies
 * of these forms.
 */
package io.quartermaster.domain.replenishment.policy;
