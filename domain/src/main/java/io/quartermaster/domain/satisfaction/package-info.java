/**
 * How content customers are. Receives feedback, deliveries, returns and stock; hands on a score S =
 * sum of w_i S_i with the part of each indicator.
 */
package io.quartermaster.domain.satisfaction;
