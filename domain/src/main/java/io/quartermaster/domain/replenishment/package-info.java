/**
 * What to order. Receives forecasts, stock and terms; hands on plan lines with their reason, and
 * purchase orders.
 */
package io.quartermaster.domain.replenishment;
