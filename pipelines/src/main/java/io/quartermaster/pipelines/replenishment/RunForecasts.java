package io.quartermaster.pipelines.replenishment;

import io.quartermaster.domain.replenishment.ItemForecast;
import io.quartermaster.pipelines.event.CsvTable;
import io.quartermaster.pipelines.event.RunTables;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The champion forecasts of a run, by the day on which they were made. */
final class RunForecasts {

    private static final String TABLE = "forecast";

    private final NavigableMap<LocalDate, List<ItemForecast>> byDay = new TreeMap<>();
    private Rows rows = new Rows("", "", LocalDate.EPOCH);

    private RunForecasts() {}

    /**
     * By the day they were made on, each list in the order of (item, place).
     *
     * @throws IllegalArgumentException when the run made none
     */
    static NavigableMap<LocalDate, List<ItemForecast>> of(RunTables tables) throws IOException {
        RunForecasts read = new RunForecasts();
        try (CsvTable table =
                tables.open(
                        TABLE,
                        "item",
                        "place",
                        "made_on",
                        "mean",
                        "champion",
                        "cumulative_q50",
                        "cumulative_q90")) {
            while (table.next()) {
                if (Boolean.parseBoolean(table.text("champion"))) {
                    read.add(table);
                }
            }
        }
        read.end();
        if (read.byDay.isEmpty()) {
            throw new IllegalArgumentException(
                    "The run (%s) made no forecast, so there is no plan to make again.\nMaybe name a run with a longer history."
                            .formatted(tables.folder()));
        }
        return read.byDay;
    }

    /** Steps of one forecast stand together and in their order. */
    private void add(CsvTable table) {
        LocalDate madeOn = RunTables.day(table, "made_on");
        String item = table.name("item");
        String place = table.text("place");
        if (!rows.isOf(item, place, madeOn)) {
            end();
            rows = new Rows(item, place, madeOn);
        }
        rows.steps.add(
                new double[] {
                    table.number("mean"),
                    table.number("cumulative_q50"),
                    table.number("cumulative_q90")
                });
    }

    private void end() {
        if (!rows.steps.isEmpty()) {
            byDay.computeIfAbsent(rows.madeOn, none -> new ArrayList<>()).add(rows.forecast());
        }
    }

    private static final class Rows {
        private final String item;
        private final String place;
        private final LocalDate madeOn;
        private final List<double[]> steps = new ArrayList<>();

        private Rows(String item, String place, LocalDate madeOn) {
            this.item = item;
            this.place = place;
            this.madeOn = madeOn;
        }

        private boolean isOf(String anItem, String aPlace, LocalDate day) {
            return item.equals(anItem) && place.equals(aPlace) && madeOn.equals(day);
        }

        private ItemForecast forecast() {
            return new ItemForecast(item, place, madeOn, column(0), column(1), column(2));
        }

        private double[] column(int index) {
            return steps.stream().mapToDouble(step -> step[index]).toArray();
        }
    }
}
