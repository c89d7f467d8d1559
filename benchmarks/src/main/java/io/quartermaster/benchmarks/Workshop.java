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
    private final Map<String, Run> runs = new HashMap<>();

    /**
     * A run of the command line, made once for all figures that look at it.
     *
     * @param output its output folder
     * @param seconds wall time of the whole process
     * @param failure why it failed, null if it did not
     */
    record Run(Path output, double seconds, IllegalStateException failure) {

        JsonNode summary() throws IOException {
            return new ObjectMapper().readTree(output.resolve("summary.json").toFile());
        }

        ModelAccuracy accuracy() throws IOException {
            return new ModelAccuracy(summary().path("accuracy"));
        }
    }

    /**
     * @param root root of the checkout
     * @param data folder of real data; figures that need it say so where it is absent
     */
    Workshop(Path root, Path data) throws IOException {
        this.root = root;
        this.data = data;
        this.scratch = Files.createTempDirectory("quartermaster-figures");
    }

    /**
     * A file or folder of real data.
     *
     * @throws AbsentDataException when it is not here
     */
    Path data(String name) {
        Path file = data.resolve(name);
        if (!Files.exists(file)) {
            throw new AbsentDataException(name);
        }
        return file;
    }

    /** Seconds of wall time of {@code bin/quartermaster} with these arguments in this checkout. */
    double seconds(String... arguments) throws IOException, InterruptedException {
        return seconds(root, command(arguments));
    }

    /**
     * Seconds of wall time of a command in a folder.
     *
     * @throws IllegalStateException when the command fails; its second line on is what it said
     */
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
                    "%s ended with %d%n%s".formatted(said(command), code, Files.readString(log)));
        }
        return seconds;
    }

    /** The command without what belongs to this machine. */
    private String said(List<String> command) {
        return String.join(" ", command)
                .replace(root + "/", "")
                .replace(scratch + "/", "")
                .replace(data + "/", "");
    }

    /**
     * A run of the command line, made once; one that failed fails again.
     *
     * @throws IllegalStateException when it fails
     */
    Run run(String name, String... arguments) throws IOException, InterruptedException {
        Run run = runs.get(name);
        if (run == null) {
            run = made(scratch.resolve(name), arguments);
            runs.put(name, run);
        }
        if (run.failure() != null) {
            throw run.failure();
        }
        return run;
    }

    private Run made(Path output, String... arguments) throws IOException, InterruptedException {
        List<String> with = new ArrayList<>(Arrays.asList(arguments));
        with.add("--output");
        with.add(output.toString());
        try {
            return new Run(output, seconds(with.toArray(String[]::new)), null);
        } catch (IllegalStateException e) {
            return new Run(output, Double.NaN, e);
        }
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
