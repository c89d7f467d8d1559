/**
 * What to order, as a job: routes forecasts, demand, stock and terms to their supplier, plans each
 * supplier group on each plan day in a pool beside the task, and hands on plan lines, summaries and
 * purchase orders. The rules are the domain's.
 */
package io.quartermaster.pipelines.replenishment;
