package io.quartermaster.pipelines.event;

import io.quartermaster.domain.engine.Requires;
import java.nio.file.Files;
import java.nio.file.Path;

/** The real data that tests measure against, where this machine has it. */
public final class RealData {

    private static final String PROPERTY = "quartermaster.data";

    private RealData() {}

    /** A file or folder of it; the test is skipped, with the reason, where it is absent. */
    public static Path path(String name) {
        String set = System.getProperty(PROPERTY, "");
        Path data = set.isEmpty() ? besideTheRepository() : Path.of(set);
        Path file = data.resolve(name);
        Requires.data(Files.exists(file), "%s (set -D%s=DIR)".formatted(file, PROPERTY));
        return file;
    }

    private static Path besideTheRepository() {
        Path root = Path.of("").toAbsolutePath();
        while (root.getParent() != null
                && !Files.exists(root.resolve("ARCHITECTURE.md"))
                && !Files.exists(root.resolve(".mvn"))) {
            root = root.getParent();
        }
        return root.resolve("../shared/data").normalize();
    }
}
