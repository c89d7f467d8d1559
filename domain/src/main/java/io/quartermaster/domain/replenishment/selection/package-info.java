/**
 * Whole orders with a proven bound, by plan selection (Dantzig and Wolfe, "Decomposition principle
 * for linear programs", Operations Research 8, 1960; its integer form for lot sizing: Manne,
 * "Programming of economic lot sizes", Management Science 4, 1958).
 *
 * <p>What items share (a supplier's capacity of a day, a place's volume at a day's end) gets a
 * price. At given prices every item is planned by itself, exactly: {@link
 * io.quartermaster.domain.replenishment.selection.ItemProgramme}. What these plans cost together,
 * less the price of all that there is, is a lower bound of every plan's cost (the Lagrangian bound;
 * Geoffrion 1974). {@link io.quartermaster.domain.replenishment.selection.PriceAscent} looks for
 * the prices with the largest bound; {@link
 * io.quartermaster.domain.replenishment.selection.PlanAssembly} puts plans together that keep every
 * shared rule, item by item at these prices within what the others leave.
 */
package io.quartermaster.domain.replenishment.selection;
