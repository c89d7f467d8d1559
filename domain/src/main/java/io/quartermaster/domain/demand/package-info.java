/**
 * What customers wanted each day. Receives clean sales, stock and behaviour as {@link
 * io.quartermaster.domain.demand.DemandSignal}s; hands on one {@link
 * io.quartermaster.domain.demand.DemandWindow} per item, place and day. {@link
 * io.quartermaster.domain.demand.DemandAccumulator} sums a day, in the DataStream job as in SQL.
 */
package io.quartermaster.domain.demand;
