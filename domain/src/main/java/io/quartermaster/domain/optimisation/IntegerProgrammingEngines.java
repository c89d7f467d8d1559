package io.quartermaster.domain.optimisation;

import io.quartermaster.domain.engine.EngineChoice;
import io.quartermaster.domain.engine.EngineStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** The engines of integer programmes in this process, and the choice among them. */
public final class IntegerProgrammingEngines {

    /** Name of the option that chooses. */
    public static final String OPTION = "solver";

    /** Best first. */
    private static final List<String> PREFERENCE = List.of("scip", BranchAndBound.NAME);

    private IntegerProgrammingEngines() {}

    /** What each known engine's probe says, best first; one that is not on the class path too. */
    public static List<EngineStatus> probe() {
        List<IntegerProgrammingEngine> present = present();
        return PREFERENCE.stream().map(name -> probe(name, present)).toList();
    }

    /**
     * Which engine serves, and why not the one before it.
     *
     * @param wanted {@code auto}, {@code scip} or {@code branch-and-bound}
     * @throws IllegalArgumentException when it is unknown, or forced and not available
     */
    public static EngineChoice choose(String wanted) {
        return EngineChoice.of(OPTION, wanted, probe());
    }

    /** The engine of a choice. */
    public static IntegerProgrammingEngine engine(EngineChoice choice) {
        return present().stream()
                .filter(engine -> engine.name().equals(choice.name()))
                .findFirst()
                .orElseThrow();
    }

    private static List<IntegerProgrammingEngine> present() {
        ClassLoader loader = IntegerProgrammingEngine.class.getClassLoader();
        List<IntegerProgrammingEngine> found = new ArrayList<>();
        ServiceLoader.load(IntegerProgrammingEngine.class, loader).forEach(found::add);
        return found;
    }

    private static EngineStatus probe(String name, List<IntegerProgrammingEngine> present) {
        return present.stream()
                .filter(engine -> engine.name().equals(name))
                .findFirst()
                .map(IntegerProgrammingEngine::probe)
                .orElseGet(() -> EngineStatus.missing(name, "its module is not on the class path"));
    }
}
