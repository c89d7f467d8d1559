/**
 * Carries out the domain's {@link io.quartermaster.domain.replenishment.LinearProgrammingEngine} by
 * SCIP's LP solver. Receives the plain programme; hands on its optimum, duals and reduced costs.
 */
package io.quartermaster.engines.scip;
