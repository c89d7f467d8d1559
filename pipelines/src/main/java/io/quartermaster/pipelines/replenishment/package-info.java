/** The replenishment job: forecasts, stock and terms in, plans and purchase orders out. */
package io.quartermaster.pipelines.replenishment;
