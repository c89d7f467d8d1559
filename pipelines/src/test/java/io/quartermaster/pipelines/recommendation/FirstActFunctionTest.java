package io.quartermaster.pipelines.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.pipelines.recommendation.RecommendationSignal.Kind;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the harness may be interrupted while it closes
class FirstActFunctionTest {

    @Test
    void tellsOfAnItemOnceAndAgainOnlyWhereItWasEarlier() throws Exception {
        try (OneInputStreamOperatorTestHarness<RecommendationSignal, ContentFact> harness =
                new OneInputStreamOperatorTestHarness<>(
                        new ProcessOperator<>(new FirstActFunction()))) {
            harness.open();
            act(harness, Signals.bought(5, "ann", "a"));
            act(harness, Signals.bought(6, "bob", "a"));
            act(harness, Signals.of(Kind.INTERESTED, 4, "cid", "a", 0.125));
            act(harness, Signals.of(Kind.INTERESTED, 4, "cid", "searched", 0));
            act(harness, Signals.of(Kind.RETURNED, 4, "cid", "returned", 1));
            act(harness, Signals.bought(7, "ann", "b"));
            assertThat(harness.extractOutputValues())
                    .extracting(ContentFact::item)
                    .containsExactly("a", "a", "b");
        }
    }

    private static void act(
            OneInputStreamOperatorTestHarness<RecommendationSignal, ContentFact> harness,
            RecommendationSignal act)
            throws Exception {
        harness.processElement(act, act.time().toEpochMilli());
    }
}
