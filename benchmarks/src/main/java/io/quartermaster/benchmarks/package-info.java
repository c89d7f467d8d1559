/**
 * Every figure that the project claims, measured again: whole-process runs of the command line, and
 * small loops in this process beside their peer. {@code benchmarks/run} prints one table.
 */
package io.quartermaster.benchmarks;
