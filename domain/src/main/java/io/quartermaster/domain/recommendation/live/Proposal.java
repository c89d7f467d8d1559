package io.quartermaster.domain.recommendation.live;

import io.quartermaster.domain.recommendation.Scoring;

/**
 * One item of a list.
 *
 * @param item the item
 * @param method what carries most of it
 * @param scoring its score with its parts
 */
public record Proposal(String item, ProposalMethod method, Scoring scoring) {}
