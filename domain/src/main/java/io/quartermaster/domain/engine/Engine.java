package io.quartermaster.domain.engine;

/** One way to carry out a domain interface, found through {@link java.util.ServiceLoader}. */
public interface Engine {

    /** Lower-case name as options spell it, for example {@code scip} or {@code cuda}. */
    String name();

    /**
     * Looks whether this engine can work in this process, without leaving anything open. Never
     * throws: what is missing is said in the status.
     */
    EngineStatus probe();
}
