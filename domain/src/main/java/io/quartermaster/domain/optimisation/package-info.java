/**
 * Linear programmes with whole numbers, for choices that are small: the programme, its solution,
 * the interface of the engines that solve it, and the plain twin that is the truth. Receives
 * programmes from the rooms after it; hands on the optimum and the bound. The large plans of
 * replenishment are continuous and have an interface of their own, which gives duals.
 */
package io.quartermaster.domain.optimisation;
