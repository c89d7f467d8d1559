package io.quartermaster.pipelines.governance;

import io.quartermaster.domain.governance.Quarantined;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.util.OutputTag;

/** The way into quarantine: the side output's tag, and a counter for each rule. */
final class Rejects {

    /** Side output of every step that rejects. */
    static final OutputTag<Quarantined> TAG =
            new OutputTag<>("quarantine", TypeInformation.of(Quarantined.class));

    private final MetricGroup metrics;
    private final Map<String, Counter> counters = new HashMap<>();

    /**
     * @param metrics of the operator that rejects
     */
    Rejects(MetricGroup metrics) {
        this.metrics = metrics;
    }

    /** Counts a reject as {@code <operator>.rule.<rule>.rejected_total}. */
    Quarantined counted(Quarantined reject) {
        counters.computeIfAbsent(
                        reject.rule(),
                        rule -> metrics.addGroup("rule", rule).counter("rejected_total"))
                .inc();
        return reject;
    }
}
