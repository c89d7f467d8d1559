package io.quartermaster.pipelines.embedded;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * One file of results that appears whole or not at all: written beside its place and renamed by
 * {@link #commit()}. Closed without a commit, it leaves nothing.
 */
public final class OutputFile implements AutoCloseable {

    private final Path place;
    private final Path partial;

    private OutputFile(Path place, Path partial) {
        this.place = place;
        this.partial = partial;
    }

    /**
     * Opens a file for writing.
     *
     * @throws IllegalArgumentException when the place is a folder, taken, or cannot be written
     */
    public static OutputFile open(Path output, boolean overwrite) {
        Path place = output.toAbsolutePath().normalize();
        if (Files.isDirectory(place)) {
            throw new IllegalArgumentException(
                    "The output (%s) is a folder; a file is wanted.\nMaybe name a file in it."
                            .formatted(place));
        }
        if (Files.exists(place) && !overwrite) {
            throw new IllegalArgumentException(
                    "The output file (%s) is there already.\nMaybe add --overwrite, or choose another name."
                            .formatted(place));
        }
        Path partial =
                place.resolveSibling(
                        "." + place.getFileName() + ".partial-" + ProcessHandle.current().pid());
        try {
            Files.createDirectories(place.getParent());
            Files.deleteIfExists(partial);
            Files.createFile(partial);
        } catch (IOException e) {
            throw cannotWrite(place, e);
        }
        return new OutputFile(place, partial);
    }

    static IllegalArgumentException cannotWrite(Path place, IOException problem) {
        return new IllegalArgumentException(
                "The output (%s) cannot be written: %s.\nMaybe choose another folder."
                        .formatted(place, why(place, problem)),
                problem);
    }

    private static String why(Path place, IOException problem) {
        Path above = place.getParent();
        while (above.getParent() != null && !Files.exists(above)) {
            above = above.getParent();
        }
        if (!Files.isDirectory(above)) {
            return above + " is a file, not a folder";
        }
        if (problem instanceof AccessDeniedException) {
            return "there is no right to write in " + above;
        }
        return problem instanceof FileSystemException named && named.getReason() != null
                ? named.getReason()
                : problem.getMessage();
    }

    /** Where to write now. */
    public Path path() {
        return partial;
    }

    /** Makes the file appear at its place. */
    public void commit() throws IOException {
        Files.move(
                partial,
                place,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(partial);
    }
}
