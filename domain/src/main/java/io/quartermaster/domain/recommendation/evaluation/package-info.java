/**
 * How well recommendations meet what users did: what is held out, lists over the whole catalogue,
 * measures of lists and of ratings, and intervals over users.
 */
package io.quartermaster.domain.recommendation.evaluation;
