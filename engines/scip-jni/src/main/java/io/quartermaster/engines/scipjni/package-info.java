/**
 * SCIP's linear programming interface and its mixed integer solver, called through C files of our
 * own. {@code libscip} comes from OR-Tools' jar for linux-x86_64; they are built against none of
 * its headers and find each function by name. Receives programmes as arrays; hands on status,
 * optimum, duals and reduced costs.
 */
package io.quartermaster.engines.scipjni;
