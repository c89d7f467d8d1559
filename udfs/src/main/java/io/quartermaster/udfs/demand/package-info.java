/** Demand windows in SQL, summed by the same accumulator as in the DataStream job. */
package io.quartermaster.udfs.demand;
