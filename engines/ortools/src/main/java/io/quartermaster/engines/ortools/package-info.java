/**
 * Carries out the domain's {@link io.quartermaster.domain.network.RoutingEngine} by OR-Tools'
 * routing library. Receives stops and vehicles; hands on routes.
 */
package io.quartermaster.engines.ortools;
