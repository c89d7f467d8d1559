package io.quartermaster.pipelines.satisfaction;

import io.quartermaster.domain.satisfaction.SatisfactionScore;
import io.quartermaster.domain.satisfaction.SatisfactionWeights;
import io.quartermaster.domain.satisfaction.action.ActionEffect;
import io.quartermaster.domain.satisfaction.action.SatisfactionAction;
import org.apache.flink.streaming.api.datastream.DataStream;

/** What the satisfaction pipeline hands on. */
public record SatisfactionOutput(
        DataStream<SatisfactionScore> scores,
        DataStream<SatisfactionWeights> weights,
        DataStream<SatisfactionAction> actions,
        DataStream<ActionEffect> effects) {}
