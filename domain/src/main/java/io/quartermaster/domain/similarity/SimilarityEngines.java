package io.quartermaster.domain.similarity;

import io.quartermaster.domain.engine.EngineChoice;
import io.quartermaster.domain.engine.EngineStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** The similarity engines of this process, and the choice among them. */
public final class SimilarityEngines {

    /** Best first. */
    private static final List<String> PREFERENCE = List.of("cuda", "vector", "panel", "scalar");

    private SimilarityEngines() {}

    /** The engines that are on the class path, best first. */
    public static List<SimilarityEngine> present() {
        ClassLoader loader = SimilarityEngine.class.getClassLoader();
        List<SimilarityEngine> found = new ArrayList<>();
        ServiceLoader.load(SimilarityEngine.class, loader).forEach(found::add);
        List<SimilarityEngine> ordered = new ArrayList<>();
        for (String name : PREFERENCE) {
            found.stream().filter(engine -> engine.name().equals(name)).forEach(ordered::add);
        }
        return ordered;
    }

    /** What each known engine's probe says, best first; one that is not on the class path too. */
    public static List<EngineStatus> probe() {
        List<SimilarityEngine> present = present();
        return PREFERENCE.stream().map(name -> probe(name, present)).toList();
    }

    /**
     * Which engine serves.
     *
     * @param wanted {@code auto}, {@code cuda}, {@code vector}, {@code panel} or {@code scalar}
     * @throws IllegalArgumentException when it is unknown, or forced and not available
     */
    public static EngineChoice choose(String wanted) {
        return EngineChoice.of(SimilaritySettings.ENGINE_KEY, wanted, probe());
    }

    /** The engine of a choice. */
    public static SimilarityEngine engine(EngineChoice choice) {
        return present().stream()
                .filter(engine -> engine.name().equals(choice.name()))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "The similarity engine (%s) is not on the class path."
                                                .formatted(choice.name())));
    }

    /** Opens a kernel of the wanted engine. */
    public static SimilarityKernel open(SimilaritySettings settings) {
        return engine(choose(settings.engine())).open(settings);
    }

    /** Opens a kernel of sparse vectors of the wanted engine. */
    public static SparseSimilarityKernel openSparse(SimilaritySettings settings) {
        return engine(choose(settings.engine())).openSparse(settings);
    }

    private static EngineStatus probe(String name, List<SimilarityEngine> present) {
        return present.stream()
                .filter(engine -> engine.name().equals(name))
                .findFirst()
                .map(SimilarityEngine::probe)
                .orElseGet(() -> EngineStatus.missing(name, "its module is not on the class path"));
    }
}
