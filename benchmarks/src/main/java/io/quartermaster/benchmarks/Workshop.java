package io.quartermaster.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Where figures are measured: runs whole processes in a checkout, into folders of its own. */
final class Workshop implements AutoCloseable {

    private final Path root;
    private final Path data;
    private final Path scratch;
    private final Map<String, Path> runs = new HashMap<>();

    /**
     * @param root root of the checkout
     * @param data folder of real data; figures that need it say so where it is absent
     */
    Workshop(Path root, Path data) throws IOException {
        this.root = root;
        this.data = data;
        this.scratch = Files.createTempDirectory("quartermaster-figures");
    }

    Path data(String name) {
        Path file = data.resolve(name);
        if (!Files.exists(file)) {
            throw new IllegalStateException(
                    "The data (%s) is absent.\nMaybe set -Dquartermaster.data=FOLDER."
                            .formatted(file));
        }
        return file;
    }

    /** Seconds of wall time of {@code bin/quartermaster} with these arguments in this checkout. */
    double seconds(String... arguments) throws IOException, InterruptedException {
        return seconds(root, command(arguments));
    }

    /** Seconds of wall time of a command in a folder; fails when the command does. */
    double seconds(Path folder, List<String> command) throws IOException, InterruptedException {
        Path log = Files.createTempFile(scratch, "run", ".log");
        long start = System.nanoTime();
        int code =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start()
                        .waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (code != 0) {
            throw new IllegalStateException(
                    "The command (%s) ended with %d:%n%s"
                            .formatted(String.join(" ", command), code, Files.readString(log)));
        }
        return seconds;
    }

    /** What a command prints to stdout, whole. */
    String output(List<String> command) throws IOException, InterruptedException {
        Path log = Files.createTempFile(scratch, "out", ".log");
        int code =
                new ProcessBuilder(command)
                        .directory(root.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .redirectOutput(log.toFile())
                        .start()
                        .waitFor();
        if (code != 0) {
            throw new IllegalStateException(
                    "The command (%s) ended with %d.".formatted(String.join(" ", command), code));
        }
        return Files.readString(log);
    }

    /** The output folder of a run, made once for all figures that look at it. */
    Path run(String name, String... arguments) throws IOException, InterruptedException {
        Path known = runs.get(name);
        if (known == null) {
            known = scratch.resolve(name);
            List<String> with = new ArrayList<>(Arrays.asList(arguments));
            with.add("--output");
            with.add(known.toString());
            seconds(with.toArray(String[]::new));
            runs.put(name, known);
        }
        return known;
    }

    JsonNode summary(Path output) throws IOException {
        return new ObjectMapper().readTree(output.resolve("summary.json").toFile());
    }

    Path scratch() {
        return scratch;
    }

    Path root() {
        return root;
    }

    private List<String> command(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(root.resolve("bin/quartermaster").toString());
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(scratch)) {
            files.sorted(Comparator.reverseOrder()).forEach(Workshop::delete);
        }
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
