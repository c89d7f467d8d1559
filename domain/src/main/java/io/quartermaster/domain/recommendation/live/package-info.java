/**
 * Recommending to a customer who acts. Receives the customer's own items and what is known of all
 * items (neighbours, catalogue, stock, brands, popularity); hands on a list whose every score is a
 * sum of named parts.
 */
package io.quartermaster.domain.recommendation.live;
