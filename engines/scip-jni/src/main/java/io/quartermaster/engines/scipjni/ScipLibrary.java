package io.quartermaster.engines.scipjni;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The SCIP of this process, opened once. A library can be opened by one class loader only: on a
 * cluster this jar belongs in {@code lib}.
 *
 * @param version for example {@code 10.0.0}, empty if it could not be opened
 * @param missing why it could not be opened, empty if it was
 */
public record ScipLibrary(String version, String missing) {

    /** The major version whose interface the C files declare. */
    private static final int MAJOR = 10;

    private static final String[] RESOURCES = {
        "ortools-linux-x86-64/libz.so.1",
        "ortools-linux-x86-64/libscip.so.10.0",
        "native/linux-x86_64/libquartermaster_scip.so"
    };

    private static final class Opened {
        private static final ScipLibrary LIBRARY = open();
    }

    /** Opens it on the first call. Never throws: what is missing is said. */
    public static ScipLibrary ofThisProcess() {
        return Opened.LIBRARY;
    }

    public boolean available() {
        return missing.isEmpty();
    }

    /**
     * Refuses where it could not be opened.
     *
     * @throws IllegalStateException with the reason
     */
    public void require() {
        if (!available()) {
            throw new IllegalStateException("SCIP is not available: " + missing + ".");
        }
    }

    private static ScipLibrary open() {
        String platform = System.getProperty("os.name") + "-" + System.getProperty("os.arch");
        if (!platform.toLowerCase(Locale.ROOT).equals("linux-amd64")) {
            return new ScipLibrary("", "there is no library for " + platform);
        }
        try {
            Path folder =
                    NativeFolder.ofThisUser()
                            .extract(ScipLibrary.class.getClassLoader(), RESOURCES);
            System.load(folder.resolve("libquartermaster_scip.so").toString());
            return checked(ScipCalls.open(folder.resolve("libscip.so.10.0").toString(), MAJOR));
        } catch (IOException | LinkageError | IllegalStateException e) {
            return new ScipLibrary("", String.valueOf(e.getMessage()));
        }
    }

    /** The library of this version, refused if its interface is another one. */
    static ScipLibrary checked(int version) {
        String text = version / 10000 + "." + version / 100 % 100 + "." + version % 100;
        return version / 10000 == MAJOR
                ? new ScipLibrary(text, "")
                : new ScipLibrary("", "libscip is version " + text + ", " + MAJOR + " is needed");
    }
}
