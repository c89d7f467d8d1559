/**
 * Models that score every item for a history: neighbours by items and by users, what follows what,
 * linear models in closed form, factors, popularity, and the blend of them that a validation on the
 * training part chooses.
 */
package io.quartermaster.domain.recommendation.model;
