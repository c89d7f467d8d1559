package io.quartermaster.pipelines.satisfaction;

import io.quartermaster.domain.event.BrandAction;
import io.quartermaster.domain.satisfaction.SatisfactionWeights;

/**
 * What proposals and measured effects come from; exactly one of these is there.
 *
 * @param weights that hold from now on
 * @param week that is over
 * @param action that was taken or declined
 */
public record ActionNews(SatisfactionWeights weights, EntityWeek week, BrandAction action) {

    static ActionNews of(SatisfactionWeights weights) {
        return new ActionNews(weights, null, null);
    }

    static ActionNews of(EntityWeek week) {
        return new ActionNews(null, week, null);
    }

    static ActionNews of(BrandAction action) {
        return new ActionNews(null, null, action);
    }

    /** The kind of entity that it is about. */
    String entityKind() {
        if (weights != null) {
            return weights.entityKind();
        }
        return week != null ? week.entityKind() : EntityKind.BRAND.label();
    }

    /** Orders what is known at one time: weights, weeks, actions. */
    String id() {
        if (weights != null) {
            return "0";
        }
        return week != null ? "1" + week.entity() + "|" + week.week() : "2" + action.id();
    }
}
