/**
 * Several models of one series put together: seasonal adjustment, weights by recent loss, a
 * champion, calibrated quantiles.
 */
package io.quartermaster.domain.forecast.ensemble;
