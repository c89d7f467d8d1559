package io.quartermaster.domain.engine;

import java.util.ServiceLoader;

/** Finds an engine where there is nothing to choose by. */
public final class FirstEngine {

    private FirstEngine() {}

    /**
     * The first engine of a kind that works here.
     *
     * @param kind what it carries out
     * @param loader where it is looked for
     * @param what the kind in words, plural, for the message
     * @throws IllegalArgumentException with every engine's reason when none works
     */
    public static <E extends Engine> E of(Class<E> kind, ClassLoader loader, String what) {
        StringBuilder reasons = new StringBuilder();
        for (E engine : ServiceLoader.load(kind, loader)) {
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
                "No engine for %s works here (%s).\nMaybe run: quartermaster doctor"
                        .formatted(
                                what, reasons.isEmpty() ? "none is on the class path" : reasons));
    }
}
