/**
 * Capacitated lot sizing: how much of each item to make in each period on one resource that takes
 * time to set up. Receives demand, times and costs; hands on a plan with the bound that no plan can
 * beat.
 */
package io.quartermaster.domain.replenishment.lotsizing;
