package io.quartermaster.udfs.forecast;

import io.quartermaster.domain.engine.EngineStatus;
import io.quartermaster.domain.engine.EngineUse;
import io.quartermaster.domain.forecast.SequenceModel;
import io.quartermaster.domain.forecast.SequenceModelEngine;
import java.nio.file.Path;
import java.util.ServiceLoader;

/** Finds the engine of sequence models and opens models with it. */
public final class SequenceModels {

    private static final EngineUse FALLBACKS = new EngineUse();

    private SequenceModels() {}

    /**
     * The first engine that works here.
     *
     * @throws IllegalArgumentException with every engine's reason when none does
     */
    public static SequenceModelEngine engine() {
        StringBuilder reasons = new StringBuilder();
        for (SequenceModelEngine engine :
                ServiceLoader.load(
                        SequenceModelEngine.class, SequenceModels.class.getClassLoader())) {
            EngineStatus status = engine.probe();
            if (status.available()) {
                return engine;
            }
            reasons.append(reasons.isEmpty() ? "" : "; ")
                    .append(status.name())
                    .append(": ")
                    .append(status.reason());
        }
        throw new IllegalArgumentException(
                "No engine for sequence models works here (%s).\nMaybe run: quartermaster doctor"
                        .formatted(reasons.isEmpty() ? "none is on the class path" : reasons));
    }

    /** Opens a model. */
    public static SequenceModel load(Path folder) {
        return engine().load(folder);
    }

    /** How often a job went on without a sequence model in this process, though it might have. */
    public static EngineUse fallbacks() {
        return FALLBACKS;
    }
}
