/**
 * The network of places: which to run and whom each serves, which plant, carrier and service take
 * an order, how goods flow between places at least cost, and on which routes they are delivered.
 * Receives places, customers, orders and costs; hands on plans with their cost and, where there is
 * one, the bound that no plan can beat.
 */
package io.quartermaster.domain.network;
