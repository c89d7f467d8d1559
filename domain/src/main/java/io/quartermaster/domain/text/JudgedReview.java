package io.quartermaster.domain.text;

import io.quartermaster.domain.event.Feedback;

/**
 * A review and how its writer feels about each aspect.
 *
 * @param review as cleaned
 * @param aspects its sentiment by aspect
 */
public record JudgedReview(Feedback review, AspectScores aspects) {}
