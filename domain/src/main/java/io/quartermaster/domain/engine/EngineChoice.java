package io.quartermaster.domain.engine;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Which engine serves, and why not the ones before it. A pure function of the option and the
 * probes.
 *
 * @param name the chosen engine
 * @param reason empty when the first candidate serves or a forced one is there; else why each
 *     candidate before the chosen one does not
 */
public record EngineChoice(String name, String reason) {

    /** The option's value that takes the first available candidate. */
    public static final String AUTO = "auto";

    /**
     * Chooses among the candidates.
     *
     * @param option key of the option, for messages
     * @param wanted {@code auto} or the name of one candidate
     * @param candidates best first
     * @throws IllegalArgumentException when {@code wanted} is unknown, or forced and not available,
     *     or nothing is available
     */
    public static EngineChoice of(String option, String wanted, List<EngineStatus> candidates) {
        if (!wanted.equals(AUTO)) {
            return forced(option, wanted, candidates);
        }
        StringBuilder passed = new StringBuilder();
        for (EngineStatus candidate : candidates) {
            if (candidate.available()) {
                return new EngineChoice(candidate.name(), passed.toString());
            }
            passed.append(passed.isEmpty() ? "" : "; ")
                    .append(candidate.name())
                    .append(": ")
                    .append(candidate.reason());
        }
        throw new IllegalArgumentException(
                "No engine is available for the option " + option + " (" + passed + ").");
    }

    private static EngineChoice forced(
            String option, String wanted, List<EngineStatus> candidates) {
        EngineStatus status =
                candidates.stream()
                        .filter(candidate -> candidate.name().equals(wanted))
                        .findFirst()
                        .orElseThrow(() -> unknown(option, wanted, candidates));
        if (!status.available()) {
            throw new IllegalArgumentException(
                    "The engine (%s) of the option %s is not available: %s.\nMaybe choose %s, which takes the best one that is there."
                            .formatted(wanted, option, status.reason(), AUTO));
        }
        return new EngineChoice(wanted, "");
    }

    private static IllegalArgumentException unknown(
            String option, String wanted, List<EngineStatus> candidates) {
        String names =
                candidates.stream().map(EngineStatus::name).collect(Collectors.joining(", "));
        return new IllegalArgumentException(
                "The engine (%s) of the option %s is not known.\nMaybe one of: %s, %s."
                        .formatted(wanted, option, AUTO, names));
    }
}
