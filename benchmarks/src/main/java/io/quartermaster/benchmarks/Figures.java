package io.quartermaster.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Measures figures and prints one table: name, reached, asked, ratio to peer, command. Without
 * names it measures all of them and writes docs/figures.md. Exit 1 when one is not what was asked
 * or failed, 2 when a name is not known; one whose data is not here is said and does not count.
 */
public final class Figures {

    private static final int BAD_USAGE = 2;

    private Figures() {}

    /** Stdout gets the table alone: whatever a library prints goes to stderr. */
    public static void main(String[] names) throws IOException, InterruptedException {
        PrintStream stdout = System.out;
        System.setOut(System.err);
        List<Figure> chosen;
        try {
            chosen = chosen(Arrays.asList(names));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(BAD_USAGE);
            return;
        }
        Path root = Path.of(System.getProperty("quartermaster.root", "."));
        FigureTable table = measured(chosen, root.toAbsolutePath().normalize());
        stdout.print(table.text());
        stdout.flush();
        if (names.length == 0) {
            Files.writeString(root.resolve("docs/figures.md"), document(table));
        }
        System.exit(table.isSound() ? 0 : 1);
    }

    private static FigureTable measured(List<Figure> chosen, Path root)
            throws IOException, InterruptedException {
        String data =
                System.getProperty("quartermaster.data", root.resolve("../shared/data").toString());
        FigureTable table = new FigureTable();
        try (Workshop workshop = new Workshop(root, Path.of(data))) {
            for (Figure figure : chosen) {
                System.err.println("measuring " + figure.name());
                table.add(figure, workshop);
            }
        }
        return table;
    }

    static List<Figure> all() {
        List<Figure> all = new ArrayList<>(DemoFigures.all());
        all.addAll(RetailFigures.all());
        all.addAll(EnsembleFigures.all());
        all.addAll(OlistFigures.all());
        all.add(new FirstDays());
        all.add(new FirstDaysRetail());
        all.add(new StockOutDemand());
        all.add(new ShownDemand());
        all.addAll(HierarchyFigures.all());
        all.add(new BrandQuality());
        all.add(new BrandPriors());
        all.add(new OlistSatisfaction());
        all.add(new LpSolve());
        all.addAll(PublishedProgrammes.all());
        all.add(new BacktestSaving());
        all.add(new LpWarm());
        all.add(new ScipMemory());
        all.add(new LstmAdvance());
        all.add(new LstmJobWindows());
        all.addAll(LstmMarketplace.all());
        all.add(new ProvenPlans(20, 1, 3, 0.01, 10));
        all.add(new ProvenPlans(100, 1, 3, 0.01, 10));
        all.add(new ProvenPlans(1_000, 1, 1, 0.01, 20));
        all.add(new ProvenPlans(1_000, 3, 1, 0.02, 60));
        all.add(new ProvenPlans(10_000, 1, 1, 0.01, 120));
        all.add(new Replanning());
        all.add(new BundledForecast());
        all.add(new BundledForecastJob());
        all.add(new ModelUpdates());
        all.add(new ArimaWeekly());
        all.addAll(ItemTableFigures.all());
        all.addAll(SimilarityFigures.all());
        all.add(new LiveRecommend());
        all.addAll(TextFigures.all());
        all.addAll(AspectFigures.all());
        all.add(new ClassifySpeed());
        all.add(new ScmsLate());
        all.add(new CarParts());
        all.add(new OrangeJuice());
        all.add(ManySeries.some());
        all.add(new M4Weekly());
        all.addAll(RecommendFigures.all());
        return all;
    }

    /** The figures of these names, all but the longest where there are none. */
    static List<Figure> chosen(List<String> names) {
        List<Figure> all = all();
        if (names.isEmpty()) {
            return all;
        }
        all.add(ManySeries.all());
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

    private static String document(FigureTable table) {
        return "# Figures\n\n"
                + "The last output of `benchmarks/run`. Machines are noisy: read ratios before"
                + " seconds.\n\n"
                + table.text();
    }
}
