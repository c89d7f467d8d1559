package io.quartermaster.pipelines.embedded;

import io.quartermaster.domain.engine.Engine;
import io.quartermaster.domain.engine.EngineStatus;
import io.quartermaster.domain.engine.EngineUse;
import io.quartermaster.domain.forecast.SequenceModelEngine;
import io.quartermaster.domain.replenishment.LinearProgrammingEngine;
import io.quartermaster.domain.similarity.SimilarityEngine;
import io.quartermaster.domain.similarity.SimilarityEngines;
import io.quartermaster.udfs.forecast.SequenceModels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;

/** How often each task's engine was used in this process. */
final class EnginesUsed {

    private EnginesUsed() {}

    /** By task: name, version, device, calls, rows, fallbacks, reason. */
    static Map<String, Object> asMap() {
        EngineReport report = EngineReport.probe();
        Map<String, Object> used = new LinkedHashMap<>();
        used.put(
                "forecast",
                used(
                        report,
                        "forecast",
                        all(SequenceModelEngine.class),
                        SequenceModelEngine::use,
                        SequenceModels.fallbacks().fallbacks()));
        used.put(
                "solver",
                used(
                        report,
                        "solver",
                        all(LinearProgrammingEngine.class),
                        LinearProgrammingEngine::use,
                        0));
        used.put(
                "similarity",
                used(report, "similarity", SimilarityEngines.present(), SimilarityEngine::use, 0));
        return used;
    }

    private static <T> List<T> all(Class<T> kind) {
        return ServiceLoader.load(kind).stream().map(ServiceLoader.Provider::get).toList();
    }

    /** The engine that was called most; if none was, the one that would be. */
    private static <T extends Engine> Map<String, Object> used(
            EngineReport report,
            String task,
            List<T> engines,
            Function<T, EngineUse> use,
            long otherFallbacks) {
        EngineStatus status = report.chosen(task);
        long calls = 0;
        long rows = 0;
        long fallbacks = otherFallbacks;
        for (T engine : engines) {
            EngineUse one = use.apply(engine);
            fallbacks += one.fallbacks();
            if (one.calls() > calls) {
                status = engine.probe();
                calls = one.calls();
                rows = one.rows();
            }
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", status.name());
        fields.put("version", status.version());
        fields.put("device", status.device());
        fields.put("calls", calls);
        fields.put("rows", rows);
        fields.put("fallbacks", fallbacks);
        fields.put("reason", report.choice(task).reason());
        return fields;
    }
}
