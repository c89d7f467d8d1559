package io.quartermaster.domain.event;

import java.time.Instant;

/**
 * An expert compares two criteria (brand empty), or rates a brand on a criterion (against empty).
 *
 * @param id unique among the events of this kind
 * @param time when it happened
 * @param source file or topic that reported it
 * @param expert token of the expert
 * @param brand the brand rated, empty for a comparison of criteria
 * @param criterion the criterion
 * @param against the criterion it is compared with, empty for a rating
 * @param value a comparison: 1/9 to 9 on Saaty's scale; a rating: 0 to 1
 */
public record ExpertJudgement(
        String id,
        Instant time,
        String source,
        String expert,
        String brand,
        String criterion,
        String against,
        double value)
        implements Event {}
