/**
 * What policies of stock would have cost. Receives the demand of past days and terms; hands on what
 * each policy cost when it was followed day by day with no more than was known then, and what
 * perfect foresight would have cost.
 */
package io.quartermaster.domain.replenishment.backtest;
