package io.quartermaster.udfs.forecast;

import io.quartermaster.domain.engine.EngineUse;
import io.quartermaster.domain.engine.FirstEngine;
import io.quartermaster.domain.forecast.SequenceModel;
import io.quartermaster.domain.forecast.SequenceModelEngine;
import java.nio.file.Path;

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
        return FirstEngine.of(
                SequenceModelEngine.class,
                SequenceModels.class.getClassLoader(),
                "sequence models");
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
