/**
 * Carries out the domain's {@link io.quartermaster.domain.replenishment.LinearProgrammingEngine} by
 * SCIP's LP solver and {@link io.quartermaster.domain.optimisation.IntegerProgrammingEngine} by its
 * mixed integer solver. Receives programmes; hands on optimum and bound, and of linear ones duals
 * and reduced costs.
 */
package io.quartermaster.engines.scip;
