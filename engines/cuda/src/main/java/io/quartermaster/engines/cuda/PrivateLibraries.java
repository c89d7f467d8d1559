package io.quartermaster.engines.cuda;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * Lets JCuda unpack its libraries into a folder that only this process uses. JCuda unpacks to fixed
 * names in the temporary folder, where two processes, or two users, get into each other's way.
 */
final class PrivateLibraries {

    private static final String TEMPORARY_FOLDER = "java.io.tmpdir";

    private static Path folder;

    private PrivateLibraries() {}

    /** Runs what makes JCuda load its libraries for the first time. */
    static synchronized <T> T load(Supplier<T> loading) {
        String before = System.getProperty(TEMPORARY_FOLDER);
        Path own = folder();
        System.setProperty(TEMPORARY_FOLDER, own.toString());
        try {
            return loading.get();
        } finally {
            System.setProperty(TEMPORARY_FOLDER, before);
            deleteAtExit(own);
        }
    }

    private static Path folder() {
        if (folder == null) {
            try {
                folder = Files.createTempDirectory("quartermaster-cuda-");
            } catch (IOException e) {
                throw new UncheckedIOException("No temporary folder could be made for CUDA.", e);
            }
            folder.toFile().deleteOnExit();
        }
        return folder;
    }

    private static void deleteAtExit(Path own) {
        File[] files = own.toFile().listFiles();
        if (files != null) {
            for (File file : files) {
                file.deleteOnExit();
            }
        }
    }
}
