package io.quartermaster.pipelines.embedded;

import io.quartermaster.domain.engine.Engine;
import io.quartermaster.domain.engine.EngineChoice;
import io.quartermaster.domain.engine.EngineStatus;
import io.quartermaster.domain.forecast.SequenceModelEngine;
import io.quartermaster.domain.network.RoutingEngines;
import io.quartermaster.domain.optimisation.IntegerProgrammingEngines;
import io.quartermaster.domain.replenishment.LinearProgrammingEngine;
import io.quartermaster.domain.similarity.SimilarityEngines;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** What each task's engines are, which one {@code auto} takes, and why not the ones before it. */
public final class EngineReport {

    /** What forecasts where no engine of sequence models works. */
    static final String NO_LSTM = "regression";

    private final Map<String, List<EngineStatus>> candidates = new LinkedHashMap<>();

    private EngineReport() {}

    /** Looks at every engine on the class path. */
    public static EngineReport probe() {
        EngineReport report = new EngineReport();
        report.candidates.put(
                "forecast",
                with(
                        statuses(SequenceModelEngine.class),
                        EngineStatus.available(NO_LSTM, "", "cpu")));
        report.candidates.put(
                "solver",
                with(
                        statuses(LinearProgrammingEngine.class),
                        EngineStatus.available("greedy", "", "cpu")));
        report.candidates.put("integer-solver", IntegerProgrammingEngines.probe());
        report.candidates.put("router", RoutingEngines.probe());
        report.candidates.put("similarity", SimilarityEngines.probe());
        return report;
    }

    private static <T extends Engine> List<EngineStatus> statuses(Class<T> kind) {
        return ServiceLoader.load(kind).stream().map(engine -> engine.get().probe()).toList();
    }

    private static List<EngineStatus> with(List<EngineStatus> found, EngineStatus fallback) {
        List<EngineStatus> all = new ArrayList<>(found);
        all.add(fallback);
        return all;
    }

    /** What {@code auto} takes for a task. */
    public EngineChoice choice(String task) {
        return EngineChoice.of("engine." + task, EngineChoice.AUTO, candidates.get(task));
    }

    /** Status of the engine that {@code auto} takes for a task. */
    public EngineStatus chosen(String task) {
        String name = choice(task).name();
        return candidates.get(task).stream()
                .filter(status -> status.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The report as nested maps, for JSON. */
    public Map<String, Object> asMap() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("version", ProductVersion.current());
        all.put("java", Runtime.version().toString());
        all.put("processors", Runtime.getRuntime().availableProcessors());
        Map<String, Object> engines = new LinkedHashMap<>();
        candidates.forEach((task, statuses) -> engines.put(task, task(task, statuses)));
        all.put("engines", engines);
        return all;
    }

    private Map<String, Object> task(String task, List<EngineStatus> statuses) {
        Map<String, Object> entry = new LinkedHashMap<>();
        if (statuses.stream().anyMatch(EngineStatus::available)) {
            EngineChoice choice = choice(task);
            entry.put("chosen", choice.name());
            entry.put("reason", choice.reason());
        }
        entry.put("candidates", statuses);
        return entry;
    }

    /** The report as lines for a reader. */
    public String asText() {
        StringBuilder text = new StringBuilder();
        text.append("quartermaster ")
                .append(ProductVersion.current())
                .append(", Java ")
                .append(Runtime.version())
                .append(", ")
                .append(Runtime.getRuntime().availableProcessors())
                .append(" processors\n");
        candidates.forEach((task, statuses) -> describe(text, task, statuses));
        return text.toString().stripTrailing();
    }

    private void describe(StringBuilder text, String task, List<EngineStatus> statuses) {
        boolean any = statuses.stream().anyMatch(EngineStatus::available);
        String chosen = any ? choice(task).name() : "nothing";
        text.append('\n').append(task).append(" uses ").append(chosen).append('\n');
        for (EngineStatus status : statuses) {
            text.append(status.name().equals(chosen) ? "  * " : "    ")
                    .append("%-14s ".formatted(status.name()))
                    .append(line(status, status.name().equals(chosen)))
                    .append('\n');
        }
    }

    private static String line(EngineStatus status, boolean chosen) {
        if (!status.available()) {
            return "not available: " + status.reason();
        }
        String where = (status.version() + " on " + status.device()).strip();
        return where + (chosen ? ", chosen" : ", ready");
    }
}
