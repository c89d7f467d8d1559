package io.quartermaster.pipelines.governance;

import io.quartermaster.domain.governance.Quarantined;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/** One step of cleaning under test. */
@SuppressWarnings("try") // the harness may be interrupted while it closes
final class Step implements AutoCloseable {

    private final KeyedOneInputStreamOperatorTestHarness<String, Candidate, Candidate> harness;

    private Step(
            KeyedProcessFunction<String, Candidate, Candidate> function,
            KeySelector<Candidate, String> key)
            throws Exception {
        harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(function), key, Types.STRING);
        harness.getExecutionConfig().getSerializerConfig().setGenericTypes(false);
    }

    static Step open(
            KeyedProcessFunction<String, Candidate, Candidate> function,
            KeySelector<Candidate, String> key)
            throws Exception {
        Step step = new Step(function, key);
        step.harness.open();
        return step;
    }

    static Step restore(
            KeyedProcessFunction<String, Candidate, Candidate> function,
            KeySelector<Candidate, String> key,
            OperatorSubtaskState state)
            throws Exception {
        Step step = new Step(function, key);
        step.harness.initializeState(state);
        step.harness.open();
        return step;
    }

    void add(Candidate... candidates) throws Exception {
        for (Candidate candidate : candidates) {
            harness.processElement(candidate, candidate.event().time().toEpochMilli());
        }
    }

    void watermark(long second) throws Exception {
        harness.processWatermark(Lines.at(second).toEpochMilli());
    }

    void end() throws Exception {
        harness.processWatermark(Long.MAX_VALUE);
    }

    OperatorSubtaskState snapshot() throws Exception {
        return harness.snapshot(1, 1);
    }

    int stateEntries() {
        return harness.numKeyedStateEntries();
    }

    int timers() {
        return harness.numEventTimeTimers();
    }

    /** Lines that passed, in order. */
    List<Long> passed() {
        return harness.extractOutputValues().stream().map(Candidate::line).toList();
    }

    List<Candidate> candidates() {
        return harness.extractOutputValues();
    }

    List<Quarantined> rejects() {
        var side = harness.getSideOutput(Rejects.TAG);
        return side == null ? List.of() : side.stream().map(StreamRecord::getValue).toList();
    }

    /** Rejects as {@code line rule}, in order. */
    List<String> rejected() {
        return rejects().stream().map(reject -> reject.line() + " " + reject.rule()).toList();
    }

    @Override
    public void close() throws Exception {
        harness.close();
    }
}
