/**
 * SCIP's linear programming interface, called through a C file of our own. {@code libscip} comes
 * from OR-Tools' jar for linux-x86_64; {@code scip_lpi.c} is built against none of its headers and
 * finds each function by name. Receives linear programmes as arrays; hands on status, optimum,
 * duals and reduced costs.
 */
package io.quartermaster.engines.scipjni;
