package io.quartermaster.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Measures figures and prints one table: name, reached, asked, ratio to peer, command. Without
 * names it measures all of them and writes docs/figures.md. Exit 1 when one is not what was asked.
 */
public final class Figures {

    private static final String HEAD =
            "| name | reached | asked | ratio to peer | command |\n| --- | --- | --- | --- | --- |\n";

    private Figures() {}

    public static void main(String[] names) throws IOException, InterruptedException {
        Path root = Path.of(System.getProperty("quartermaster.root", "."));
        Path data =
                Path.of(
                        System.getProperty(
                                "quartermaster.data", root.resolve("../shared/data").toString()));
        List<Figure> chosen = chosen(Arrays.asList(names));
        StringBuilder table = new StringBuilder(HEAD);
        boolean met = true;
        try (Workshop workshop = new Workshop(root.toAbsolutePath().normalize(), data)) {
            for (Figure figure : chosen) {
                System.err.println("measuring " + figure.name());
                Figure.Reached reached = figure.measure(workshop);
                met &= reached.met();
                table.append(row(figure, reached));
            }
        }
        System.out.print(table);
        if (names.length == 0) {
            Files.writeString(root.resolve("docs/figures.md"), document(table));
        }
        System.exit(met ? 0 : 1);
    }

    private static List<Figure> chosen(List<String> names) {
        List<Figure> all = new ArrayList<>(WholeProcessFigures.all());
        all.add(new LpSolve());
        all.add(new BundledForecast());
        all.add(new SimilarityKernels());
        if (names.isEmpty()) {
            return all;
        }
        List<Figure> chosen = new ArrayList<>();
        for (String name : names) {
            chosen.add(
                    all.stream()
                            .filter(figure -> figure.name().equals(name))
                            .findFirst()
                            .orElseThrow(() -> unknown(name, all)));
        }
        return chosen;
    }

    private static IllegalArgumentException unknown(String name, List<Figure> all) {
        return new IllegalArgumentException(
                "The figure (%s) is not known.\nMaybe one of: %s."
                        .formatted(
                                name,
                                all.stream().map(Figure::name).collect(Collectors.joining(", "))));
    }

    private static String row(Figure figure, Figure.Reached reached) {
        return "| %s | %s%s | %s | %s | `%s` |%n"
                .formatted(
                        figure.name(),
                        reached.value(),
                        reached.met() ? "" : " (not met)",
                        figure.asked(),
                        reached.ratio(),
                        figure.command());
    }

    private static String document(StringBuilder table) {
        return "# Figures\n\nThe last output of `benchmarks/run`. Machines are noisy: read ratios before seconds.\n\n"
                + table;
    }
}
