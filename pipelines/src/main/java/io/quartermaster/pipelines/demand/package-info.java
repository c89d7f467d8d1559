/** The demand half of the demand-forecast job: clean events in, daily windows out. */
package io.quartermaster.pipelines.demand;
