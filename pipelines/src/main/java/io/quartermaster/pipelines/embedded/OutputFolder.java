package io.quartermaster.pipelines.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/**
 * A folder of results that appears whole or not at all: it is filled beside its place, under a
 * hidden name, and renamed by {@link #commit()}. Closed without a commit, it leaves nothing.
 */
public final class OutputFolder implements AutoCloseable {

    private final Path place;
    private final Path partial;
    private final Path firstCreatedParent;
    private final Thread hook;
    private boolean committed;

    private OutputFolder(Path place, Path partial, Path firstCreatedParent) {
        this.place = place;
        this.partial = partial;
        this.firstCreatedParent = firstCreatedParent;
        this.hook = new Thread(this::discard, "discard-partial-output");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * Opens a folder for writing.
     *
     * @throws IllegalArgumentException when the place is a file, not empty, or cannot be written
     */
    public static OutputFolder open(Path output, boolean overwrite) {
        Path place = output.toAbsolutePath().normalize();
        refuse(place, overwrite);
        Path missing = firstMissing(place.getParent());
        Path partial =
                place.resolveSibling(
                        "." + place.getFileName() + ".partial-" + ProcessHandle.current().pid());
        try {
            Files.createDirectories(place.getParent());
            FileTree.delete(partial);
            Files.createDirectory(partial);
        } catch (IOException e) {
            throw OutputFile.cannotWrite(place, e);
        }
        return new OutputFolder(place, partial, missing);
    }

    private static void refuse(Path place, boolean overwrite) {
        if (place.getParent() == null) {
            throw new IllegalArgumentException(
                    "The output (%s) must not be the root.\nMaybe name a folder below it."
                            .formatted(place));
        }
        if (Files.exists(place) && !Files.isDirectory(place)) {
            throw new IllegalArgumentException(
                    "The output (%s) is a file; a folder is wanted.\nMaybe choose another name."
                            .formatted(place));
        }
        if (!overwrite && Files.isDirectory(place) && !isEmpty(place)) {
            throw new IllegalArgumentException(
                    "The output folder (%s) is not empty.\nMaybe add --overwrite, or choose another one."
                            .formatted(place));
        }
        if (Files.isDirectory(place) && !Files.isWritable(place)) {
            throw OutputFile.cannotWrite(place, new IOException("it is read-only"));
        }
    }

    private static boolean isEmpty(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path firstMissing(Path folder) {
        Path missing = null;
        for (Path next = folder; next != null && !Files.exists(next); next = next.getParent()) {
            missing = next;
        }
        return missing;
    }

    /** Where to write now. */
    public Path path() {
        return partial;
    }

    /** Where the results will be. */
    public Path place() {
        return place;
    }

    /** Makes the folder appear at its place, instead of what was there. */
    public void commit() throws IOException {
        Path old = place.resolveSibling(partial.getFileName() + "-old");
        if (Files.exists(place)) {
            Files.move(place, old, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(partial, place, StandardCopyOption.ATOMIC_MOVE);
        committed = true;
        FileTree.delete(old);
    }

    @Override
    public void close() {
        discard();
        Runtime.getRuntime().removeShutdownHook(hook);
    }

    private synchronized void discard() {
        if (committed) {
            return;
        }
        try {
            FileTree.delete(partial);
            if (firstCreatedParent != null && isEmpty(place.getParent())) {
                FileTree.delete(firstCreatedParent);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
