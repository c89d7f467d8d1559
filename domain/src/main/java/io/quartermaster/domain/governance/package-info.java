/**
 * Keeps dirt out and says why. Receives parsed records and events; hands on a {@code Verdict} for
 * each: accepted, repaired, or rejected with rule and reason.
 */
package io.quartermaster.domain.governance;
