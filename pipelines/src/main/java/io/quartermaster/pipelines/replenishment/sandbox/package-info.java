/**
 * Where plans are solved: engines that can be stopped, in this process or in child processes that
 * may die without harm. Receives the domain's engines; hands on the same interfaces, so that a
 * planner does not know where it is solved.
 */
package io.quartermaster.pipelines.replenishment.sandbox;
