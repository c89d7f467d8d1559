/**
 * The models of one series by itself, kept up value by value: fitted on what is kept of its past,
 * moved on by each new value, estimated again on a schedule and when they err more than they expect
 * to.
 */
package io.quartermaster.domain.forecast.online;
