/**
 * Which lot a unit that left stock came from, and what it cost. Receives receipts, sales, returns,
 * cancellations and counts; hands on allocations, and units and value of stock day by day.
 *
 * <p>{@link io.quartermaster.domain.replenishment.lots.MovementLog} says what of the reports counts
 * (a corrected lot, a cancelled order, a report told twice), {@link
 * io.quartermaster.domain.replenishment.lots.LotBook} books it in the order of event time, and
 * {@link io.quartermaster.domain.replenishment.lots.LotReplay} does both over a span of days. At
 * any time, of any item, place and order of lots:
 *
 * <pre>  value of stock + cost of sales + written off = value received</pre>
 *
 * exactly, since a lot's value is fixed in whole minor units of its currency when it arrives and is
 * from then on only handed from one to the other, never reckoned again from a cost per unit.
 */
package io.quartermaster.domain.replenishment.lots;
