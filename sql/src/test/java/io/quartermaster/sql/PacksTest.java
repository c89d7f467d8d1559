package io.quartermaster.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.EventKind;
import io.quartermaster.domain.event.Feedback;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.event.ReturnLine;
import io.quartermaster.domain.event.StockLevel;
import io.quartermaster.domain.forecast.Forecast;
import io.quartermaster.pipelines.result.ResultSession;
import io.quartermaster.pipelines.result.RowFormat;
import io.quartermaster.pipelines.result.SqlAnswers;
import io.quartermaster.pipelines.result.SqlScript;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.table.api.TableEnvironment;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The analysts' packs against golden results of a small generated run, and the key figures of each
 * counted again by plain loops. To write the golden results anew, give -Dgolden.write=true.
 */
class PacksTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final LocalDate LAST = SmallRun.OPTIONS.lastDay();

    @TempDir private static Path results;
    private static SmallRun run;
    private static TableEnvironment session;
    private static Map<String, CatalogueItem> items;

    @BeforeAll
    static void makeARun() throws IOException {
        run = SmallRun.write(results);
        items = run.items();
        session = ResultSession.open(results, Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"operations", "feedback", "market", "finance", "accuracy", "measures"})
    void answersAsItsGoldenResult(String pack) throws IOException {
        String answer = answer(pack);
        Path golden = GOLDEN.resolve(pack + ".txt");
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(golden, answer);
        }
        assertThat(answer).isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest
    @ValueSource(strings = {"operations", "feedback", "market", "finance", "accuracy", "measures"})
    void opensWithItsQuestionAndItsWindow(String pack) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("packs", pack + ".sql"));
        assertThat(lines.get(0)).startsWith("-- ").endsWith("?");
        assertThat(lines.get(1)).startsWith("-- Window: ");
    }

    @Test
    void countsOrdersAndRevenueAsAPlainLoopDoes() throws IOException {
        Map<String, List<OrderLine>> byPlace =
                orders(28).stream().collect(Collectors.groupingBy(OrderLine::place));
        for (List<String> row : table("operations", 0)) {
            List<OrderLine> lines = byPlace.get(row.get(0));
            assertThat(row.get(1))
                    .isEqualTo("" + lines.stream().map(OrderLine::order).distinct().count());
            assertThat(row.get(3)).isEqualTo("" + lines.stream().mapToLong(OrderLine::units).sum());
            assertThat(number(row.get(4)))
                    .isCloseTo(lines.stream().mapToDouble(PacksTest::paid).sum(), within(0.01));
        }
    }

    @Test
    void countsStockTurnsAsAPlainLoopDoes() throws IOException {
        Map<String, Long> sold = new TreeMap<>();
        run.demand().stream()
                .filter(window -> isWithin(window.day(), 28))
                .forEach(w -> sold.merge(brand(w.item()), w.units(), Long::sum));
        Map<String, Long> held = new TreeMap<>();
        run.events(EventKind.STOCK, StockLevel.class).stream()
                .filter(level -> isWithin(SmallRun.day(level), 28) && level.id().endsWith("-end"))
                .forEach(level -> held.merge(brand(level.item()), level.onHand(), Long::sum));
        for (List<String> row : table("operations", 1)) {
            double days = row.get(0).equals("Nordlicht") ? daysOnSale("Nordlicht", 28) : 28;
            double turns = sold.get(row.get(0)) * 365.0 / 28 / (held.get(row.get(0)) / days);
            assertThat(number(row.get(3))).isCloseTo(turns, within(0.006));
        }
    }

    @Test
    void countsDaysWithoutStockAsAPlainLoopDoes() throws IOException {
        Map<String, Long> out =
                run.demand().stream()
                        .filter(window -> isWithin(window.day(), 28) && window.stockedOut())
                        .collect(
                                Collectors.groupingBy(w -> brand(w.item()), Collectors.counting()));
        for (List<String> row : table("operations", 2)) {
            assertThat(row.get(2)).isEqualTo("" + out.getOrDefault(row.get(0), 0L));
        }
    }

    @Test
    void countsReturnsAndComplaintsAsAPlainLoopDoes() throws IOException {
        Map<String, Long> sold = new TreeMap<>();
        orders(84).forEach(line -> sold.merge(brand(line.item()), line.units(), Long::sum));
        Map<String, Long> returned = new TreeMap<>();
        run.events(EventKind.RETURNS, ReturnLine.class).stream()
                .filter(r -> !r.cancellation() && isWithin(SmallRun.day(r), 84))
                .forEach(r -> returned.merge(brand(r.item()), r.units(), Long::sum));
        Map<String, List<Feedback>> reviews =
                run.events(EventKind.FEEDBACK, Feedback.class).stream()
                        .filter(f -> isWithin(SmallRun.day(f), 84))
                        .collect(Collectors.groupingBy(f -> brand(f.item())));
        for (List<String> row : table("feedback", 0)) {
            String brand = row.get(0);
            double rate = returned.getOrDefault(brand, 0L) / (double) sold.get(brand);
            List<Feedback> some = reviews.getOrDefault(brand, List.of());
            assertThat(row.get(2)).isEqualTo("" + some.size());
            assertThat(number(row.get(3)))
                    .isCloseTo(
                            some.stream().mapToInt(Feedback::rating).average().orElseThrow(),
                            within(0.0006));
            assertThat(number(row.get(4))).isCloseTo(rate, within(0.00006));
            assertThat(number(row.get(7))).isBetween(0.0, 1.0);
        }
    }

    @Test
    void measuresGrowthAsAPlainLoopDoes() throws IOException {
        Map<String, double[]> revenue = new TreeMap<>();
        for (OrderLine line : orders(56)) {
            int at = isWithin(SmallRun.day(line), 28) ? 1 : 0;
            revenue.computeIfAbsent(items.get(line.item()).category(), c -> new double[2])[at] +=
                    paid(line);
        }
        for (List<String> row : table("market", 0)) {
            double[] sums = revenue.get(row.get(0));
            assertThat(number(row.get(3))).isCloseTo(sums[0], within(0.01));
            if (sums[0] > 0) {
                assertThat(number(row.get(5))).isCloseTo(sums[1] / sums[0] - 1, within(0.00006));
            }
        }
    }

    @Test
    void countsMarginsAsAPlainLoopDoes() throws IOException {
        Map<String, Double> margins = new TreeMap<>();
        for (OrderLine line : orders(84)) {
            double cost = items.get(line.item()).unitCost().doubleValue() * line.units();
            double left = paid(line) - cost - line.freight().doubleValue();
            margins.merge(brand(line.item()), left, Double::sum);
        }
        for (ReturnLine line : run.events(EventKind.RETURNS, ReturnLine.class)) {
            if (isWithin(SmallRun.day(line), 84)) {
                double cost = items.get(line.item()).unitCost().doubleValue() * line.units();
                double refund = line.unitPrice().doubleValue() * line.units();
                margins.merge(brand(line.item()), cost - refund, Double::sum);
            }
        }
        for (List<String> row : table("finance", 0)) {
            assertThat(number(row.get(6))).isCloseTo(margins.get(row.get(0)), within(0.02));
        }
    }

    @Test
    void measuresPinballLossAndMaseAsAPlainLoopDoes() throws IOException {
        Map<String, DemandWindow> windows = new HashMap<>();
        run.demand().forEach(w -> windows.put(w.item() + w.place() + w.day(), w));
        Map<String, double[]> sums = new TreeMap<>();
        for (Forecast forecast : run.forecasts()) {
            for (int step = 0; step < SmallRun.HORIZON; step++) {
                LocalDate day = forecast.madeOn().plusDays(step + 1L);
                DemandWindow window = windows.get(forecast.item() + forecast.place() + day);
                if (!window.stockedOut()) {
                    add(sums, forecast, step, (double) window.units());
                }
            }
        }
        List<List<String>> rows = table("accuracy", 0);
        assertThat(rows).hasSize(sums.size());
        for (List<String> row : rows) {
            double[] sum = sums.get(row.get(0) + " " + row.get(1));
            assertThat(row.get(2)).isEqualTo("" + (long) sum[0]);
            assertThat(number(row.get(3))).isCloseTo(sum[1] / sum[0], within(0.000006));
            if (sum[3] > 0) {
                assertThat(number(row.get(4))).isCloseTo(sum[2] / sum[3], within(0.00006));
            }
        }
    }

    private static void add(Map<String, double[]> sums, Forecast forecast, int step, double units) {
        double[] sum =
                sums.computeIfAbsent(
                        brand(forecast.item()) + " " + forecast.modelName(), k -> new double[4]);
        sum[0]++;
        sum[1] +=
                (pinball(0.1, forecast.q10()[step], units)
                                + pinball(0.5, forecast.q50()[step], units)
                                + pinball(0.9, forecast.q90()[step], units))
                        / 3;
        double scale = scale(forecast);
        if (scale > 0) {
            sum[2] += Math.abs(units - forecast.mean()[step]) / scale;
            sum[3]++;
        }
    }

    private static double pinball(double level, double forecast, double actual) {
        return actual > forecast ? level * (actual - forecast) : (1 - level) * (forecast - actual);
    }

    /** Mean difference to a week before, over the days up to the first forecast of the series. */
    private static double scale(Forecast forecast) {
        List<DemandWindow> before =
                run.demand().stream()
                        .filter(w -> w.item().equals(forecast.item()))
                        .filter(w -> w.place().equals(forecast.place()))
                        .filter(w -> !w.day().isAfter(LAST.minusDays(14)))
                        .toList();
        double sum = 0;
        for (int i = 7; i < before.size(); i++) {
            sum += Math.abs(before.get(i).units() - before.get(i - 7).units());
        }
        return before.size() > 7 ? sum / (before.size() - 7) : 0;
    }

    private static List<OrderLine> orders(int days) {
        return run.events(EventKind.ORDERS, OrderLine.class).stream()
                .filter(line -> isWithin(SmallRun.day(line), days))
                .toList();
    }

    private static long daysOnSale(String brand, int days) {
        return run.events(EventKind.STOCK, StockLevel.class).stream()
                .filter(level -> brand(level.item()).equals(brand))
                .map(SmallRun::day)
                .filter(day -> isWithin(day, days))
                .distinct()
                .count();
    }

    private static boolean isWithin(LocalDate day, int days) {
        return day.isAfter(LAST.minusDays(days));
    }

    private static String brand(String item) {
        return items.get(item).brand();
    }

    private static double paid(OrderLine line) {
        return line.unitPrice().doubleValue() * line.units();
    }

    private static double number(String cell) {
        return Double.parseDouble(cell);
    }

    /** Rows of one answer of a pack, without the header. */
    private static List<List<String>> table(String pack, int index) throws IOException {
        String[] answers = answer(pack).split("\n\n", -1);
        List<List<String>> rows = new ArrayList<>();
        answers[index].lines().skip(1).forEach(line -> rows.add(List.of(line.split(",", -1))));
        assertThat(rows).isNotEmpty();
        return rows;
    }

    private static final Map<String, String> ANSWERS = new HashMap<>();

    private static String answer(String pack) throws IOException {
        if (!ANSWERS.containsKey(pack)) {
            StringWriter out = new StringWriter();
            SqlAnswers answers = new SqlAnswers(session, RowFormat.CSV, new PrintWriter(out));
            List<String> statements =
                    SqlScript.statements(Files.readString(Path.of("packs", pack + ".sql")));
            for (int i = 0; i < statements.size(); i++) {
                answers.answer(i + 1, statements.get(i));
            }
            ANSWERS.put(pack, out.toString());
        }
        return ANSWERS.get(pack);
    }
}
