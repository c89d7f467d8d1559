package io.quartermaster.domain.network;

import io.quartermaster.domain.engine.EngineChoice;
import io.quartermaster.domain.engine.EngineStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** The engines of routes in this process, and the choice among them. */
public final class RoutingEngines {

    /** Name of the option that chooses. */
    public static final String OPTION = "router";

    /** Best first. */
    private static final List<String> PREFERENCE = List.of("or-tools", CheapestInsertion.NAME);

    private RoutingEngines() {}

    /** What each known engine's probe says, best first; one that is not on the class path too. */
    public static List<EngineStatus> probe() {
        List<RoutingEngine> present = present();
        return PREFERENCE.stream().map(name -> probe(name, present)).toList();
    }

    /**
     * Which engine serves, and why not the one before it.
     *
     * @param wanted {@code auto}, {@code or-tools} or {@code cheapest-insertion}
     * @throws IllegalArgumentException when it is unknown, or forced and not available
     */
    public static EngineChoice choose(String wanted) {
        return EngineChoice.of(OPTION, wanted, probe());
    }

    /** The engine of a choice. */
    public static RoutingEngine engine(EngineChoice choice) {
        return present().stream()
                .filter(engine -> engine.name().equals(choice.name()))
                .findFirst()
                .orElseThrow();
    }

    private static List<RoutingEngine> present() {
        List<RoutingEngine> found = new ArrayList<>();
        ServiceLoader.load(RoutingEngine.class, RoutingEngine.class.getClassLoader())
                .forEach(found::add);
        return found;
    }

    private static EngineStatus probe(String name, List<RoutingEngine> present) {
        return present.stream()
                .filter(engine -> engine.name().equals(name))
                .findFirst()
                .map(RoutingEngine::probe)
                .orElseGet(() -> EngineStatus.missing(name, "its module is not on the class path"));
    }
}
