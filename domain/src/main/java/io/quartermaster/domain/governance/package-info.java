/**
 * Keeps dirt out and says why. Receives parsed records and events; hands on a {@link
 * io.quartermaster.domain.governance.Verdict} for each: accepted, repaired, or rejected with rule
 * and reason. What is judged by the event alone stands in {@link
 * io.quartermaster.domain.governance.RuleBook}; what needs the events before it has a class of its
 * own ({@link io.quartermaster.domain.governance.UnitsHistory}, {@link
 * io.quartermaster.domain.governance.OpenOrders}, {@link
 * io.quartermaster.domain.governance.RecentTimes}, {@link
 * io.quartermaster.domain.governance.LifeCycleOrder}, {@link
 * io.quartermaster.domain.governance.TermsOverlap}). Personal fields leave as tokens ({@link
 * io.quartermaster.domain.governance.Tokeniser}) before any of that.
 */
package io.quartermaster.domain.governance;
