/**
 * What customers wanted each day. Receives clean sales, stock and behaviour; hands on one {@link
 * io.quartermaster.domain.demand.DemandWindow} per item, place and day.
 */
package io.quartermaster.domain.demand;
