package io.quartermaster.domain.engine;

import java.util.Objects;

/**
 * What an engine's probe found.
 *
 * @param name the engine's name as options spell it
 * @param available whether it can work in this process
 * @param version version of the library behind it, empty if unknown
 * @param device where it computes, for example {@code cpu} or the name of a GPU, empty if unknown
 * @param reason why it is not available, empty if it is
 */
public record EngineStatus(
        String name, boolean available, String version, String device, String reason) {

    public EngineStatus {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(device, "device");
        Objects.requireNonNull(reason, "reason");
    }

    public static EngineStatus available(String name, String version, String device) {
        return new EngineStatus(name, true, version, device, "");
    }

    public static EngineStatus missing(String name, String reason) {
        return new EngineStatus(name, false, "", "", reason);
    }
}
