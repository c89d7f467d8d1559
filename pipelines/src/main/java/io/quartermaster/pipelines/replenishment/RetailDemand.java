package io.quartermaster.pipelines.replenishment;

import io.quartermaster.pipelines.event.CsvTable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The Online Retail file (UCI) as daily demand of its best-selling items: units of lines with a
 * price that are no cancellation, of codes that begin with five digits (others are postage, fees
 * and samples). The file tells of no terms, so they are assumed: unit cost 0.55 of the median
 * price, 12 suppliers by a hash of the item, 7 days of lead time, packs of 6.
 */
final class RetailDemand {

    private static final Pattern ITEM = Pattern.compile("[0-9]{5}[A-Za-z]*");
    private static final int SUPPLIERS = 12;
    private static final double COST_SHARE = 0.55;
    private static final int PACK = 6;
    private static final int LEAD_TIME_DAYS = 7;

    private final Map<String, Map<LocalDate, Integer>> units = new TreeMap<>();
    private final Map<String, List<Double>> prices = new TreeMap<>();
    private LocalDate first = LocalDate.MAX;
    private LocalDate last = LocalDate.MIN;

    private RetailDemand() {}

    /** The items that sold most units before the days replayed. */
    static BacktestInput read(Path file, int skus, int replayed) throws IOException {
        RetailDemand demand = new RetailDemand();
        try (CsvTable table =
                CsvTable.open(
                        file, "InvoiceNo", "StockCode", "Quantity", "InvoiceDate", "UnitPrice")) {
            while (table.next()) {
                demand.add(table);
            }
        }
        return demand.input(skus, replayed);
    }

    private void add(CsvTable table) {
        String code = table.text("StockCode").strip().toUpperCase(Locale.ROOT);
        double quantity = table.number("Quantity");
        double price = table.number("UnitPrice");
        boolean cancelled = table.text("InvoiceNo").startsWith("C");
        if (cancelled || quantity <= 0 || price <= 0 || !ITEM.matcher(code).matches()) {
            return;
        }
        LocalDate day = day(table);
        first = day.isBefore(first) ? day : first;
        last = day.isAfter(last) ? day : last;
        units.computeIfAbsent(code, any -> new TreeMap<>())
                .merge(day, (int) Math.min(1e6, quantity), Integer::sum);
        prices.computeIfAbsent(code, any -> new ArrayList<>()).add(price);
    }

    private static LocalDate day(CsvTable table) {
        String time = table.text("InvoiceDate").strip();
        try {
            return LocalDate.parse(time.substring(0, Math.min(10, time.length())));
        } catch (DateTimeParseException e) {
            throw table.wrong("Its InvoiceDate (%s) does not begin with a day.".formatted(time));
        }
    }

    private BacktestInput input(int skus, int replayed) {
        if (units.isEmpty()) {
            throw new IllegalArgumentException(
                    "The file holds no sale of an item.\nMaybe it is not the Online Retail file.");
        }
        int days = (int) (last.toEpochDay() - first.toEpochDay()) + 1;
        List<BacktestInput.Item> items = new ArrayList<>();
        units.forEach((code, byDay) -> items.add(item(code, byDay, days)));
        int known = Math.max(0, days - replayed);
        items.sort(
                Comparator.comparingDouble(
                                (BacktestInput.Item item) ->
                                        -BacktestInput.mean(item.demand(), 0, known))
                        .thenComparing(BacktestInput.Item::item));
        List<BacktestInput.Item> most = items.subList(0, Math.min(skus, items.size()));
        return new BacktestInput(
                days,
                replayed,
                1,
                most.stream()
                        .filter(item -> BacktestInput.mean(item.demand(), 0, known) > 0)
                        .toList());
    }

    private BacktestInput.Item item(String code, Map<LocalDate, Integer> byDay, int days) {
        int[] demand = new int[days];
        byDay.forEach((day, sold) -> demand[(int) (day.toEpochDay() - first.toEpochDay())] = sold);
        List<Double> sorted = prices.get(code).stream().sorted().toList();
        return new BacktestInput.Item(
                code,
                "supplier-%02d".formatted(Math.floorMod(code.hashCode(), SUPPLIERS) + 1),
                COST_SHARE * sorted.get(sorted.size() / 2),
                PACK,
                LEAD_TIME_DAYS,
                demand);
    }
}
