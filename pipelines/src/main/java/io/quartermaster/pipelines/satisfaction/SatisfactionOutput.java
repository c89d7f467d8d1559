package io.quartermaster.pipelines.satisfaction;

import io.quartermaster.domain.satisfaction.EntitySums;
import io.quartermaster.domain.satisfaction.SatisfactionScore;
import io.quartermaster.domain.satisfaction.SatisfactionWeights;
import io.quartermaster.domain.satisfaction.action.ActionEffect;
import io.quartermaster.domain.satisfaction.action.SatisfactionAction;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What the satisfaction pipeline hands on.
 *
 * @param scores of every kind
 * @param weights that were reviewed
 * @param actions that were proposed
 * @param effects of what was taken
 * @param evidence behind the scores of brands
 */
public record SatisfactionOutput(
        DataStream<SatisfactionScore> scores,
        DataStream<SatisfactionWeights> weights,
        DataStream<SatisfactionAction> actions,
        DataStream<ActionEffect> effects,
        DataStream<EntitySums> evidence) {}
