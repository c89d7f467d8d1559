package io.quartermaster.pipelines.forecast;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.quartermaster.domain.demand.CampaignFreeDemand;
import io.quartermaster.domain.forecast.CampaignLift;
import io.quartermaster.pipelines.event.CsvTable;
import io.quartermaster.pipelines.forecast.series.TimeForm;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Campaigns and the units they were to sell. Units come as {@code unique_id,ds,y} with a brand's
 * name as id, or as a run's demand table, which is summed by the brand of each item.
 */
public final class CampaignFiles {

    private static final int DECIMALS = 4;

    /** Units by time, of each brand. */
    private final Map<String, TreeMap<Long, Double>> units = new TreeMap<>();

    private final List<Campaign> campaigns = new ArrayList<>();
    private final Map<String, boolean[]> touched = new HashMap<>();
    private TimeForm form;

    /** A campaign, its first and last time included. */
    private record Campaign(String name, String brand, long from, long to) {}

    private CampaignFiles() {}

    /**
     * Reads them.
     *
     * @param input series, or a demand table
     * @param items table {@code item,brand} of a demand table's items; null for series
     * @param campaigns table {@code campaign,brand,from,to}
     */
    public static CampaignFiles read(Path input, Path items, Path campaigns) throws IOException {
        CampaignFiles files = new CampaignFiles();
        if (items == null) {
            files.readSeries(input);
        } else {
            files.readDemand(input, brands(items));
        }
        files.readCampaigns(campaigns);
        return files;
    }

    private static Map<String, String> brands(Path items) throws IOException {
        Map<String, String> brands = new HashMap<>();
        try (CsvTable table = CsvTable.open(items, "item", "brand")) {
            while (table.next()) {
                brands.put(table.name("item"), table.text("brand"));
            }
        }
        return brands;
    }

    private void readSeries(Path input) throws IOException {
        try (CsvTable table = CsvTable.open(input, "unique_id", "ds", "y")) {
            while (table.next()) {
                add(table, table.name("unique_id"), "ds", "y");
            }
        }
    }

    private void readDemand(Path input, Map<String, String> brands) throws IOException {
        try (CsvTable table = CsvTable.open(input, "item", "event_day", "units")) {
            while (table.next()) {
                String brand = brands.get(table.name("item"));
                if (brand == null) {
                    throw table.wrong(
                            "Its item (%s) is not in the table of items."
                                    .formatted(table.name("item")));
                }
                add(table, brand, "event_day", "units");
            }
        }
    }

    private void add(CsvTable table, String brand, String time, String value) {
        units.computeIfAbsent(brand, any -> new TreeMap<>())
                .merge(time(table, time), table.number(value), Double::sum);
    }

    private long time(CsvTable table, String column) {
        String text = table.name(column).strip();
        if (form == null) {
            form = TimeForm.of(text);
        }
        return form.parse(text);
    }

    private void readCampaigns(Path file) throws IOException {
        try (CsvTable table = CsvTable.open(file, "campaign", "brand", "from", "to")) {
            while (table.next()) {
                Campaign campaign =
                        new Campaign(
                                table.name("campaign"),
                                table.name("brand"),
                                time(table, "from"),
                                time(table, "to"));
                if (!units.containsKey(campaign.brand())) {
                    throw table.wrong(
                            "Its brand (%s) has no units; those that have are (%s)."
                                    .formatted(
                                            campaign.brand(), String.join(", ", units.keySet())));
                }
                if (campaign.from() > campaign.to()) {
                    throw table.wrong(
                            "Its from (%s) is after its to (%s)."
                                    .formatted(table.text("from"), table.text("to")));
                }
                if (steps(campaign).isEmpty()) {
                    throw table.wrong(
                            "No units are known from its from (%s) to its to (%s), only from (%s) to (%s)."
                                    .formatted(
                                            table.text("from"),
                                            table.text("to"),
                                            form.format(units.get(campaign.brand()).firstKey()),
                                            form.format(units.get(campaign.brand()).lastKey())));
                }
                campaigns.add(campaign);
            }
        }
        if (campaigns.isEmpty()) {
            throw new IllegalArgumentException(
                    "The file (%s) has a header but no campaign.\nMaybe what writes it was not finished."
                            .formatted(file));
        }
        for (Campaign campaign : campaigns) {
            boolean[] is =
                    touched.computeIfAbsent(
                            campaign.brand(), brand -> new boolean[units.get(brand).size()]);
            int from = first(campaign);
            for (int step = from; step < from + steps(campaign).size(); step++) {
                is[step] = true;
            }
        }
    }

    private Map<Long, Double> steps(Campaign campaign) {
        return units.get(campaign.brand()).subMap(campaign.from(), true, campaign.to(), true);
    }

    private int first(Campaign campaign) {
        return units.get(campaign.brand()).headMap(campaign.from(), false).size();
    }

    private double[] values(String brand) {
        return units.get(brand).values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Writes {@code lift.csv}, a row a campaign, and {@code base.csv}, each brand without them. */
    public void write(Path folder, int season, double level) throws IOException {
        try (CsvWriter writer = writer(folder.resolve("lift.csv"))) {
            writer.writeRecord(
                    "campaign",
                    "brand",
                    "from",
                    "to",
                    "units",
                    "base_units",
                    "lift",
                    "lift_low",
                    "lift_high",
                    "lift_share",
                    "placebos");
            for (Campaign campaign : campaigns) {
                write(writer, campaign, lift(campaign, season, level));
            }
        }
        writeBase(folder.resolve("base.csv"), season);
    }

    private CampaignLift lift(Campaign campaign, int season, double level) {
        int from = first(campaign);
        try {
            return CampaignLift.of(
                    values(campaign.brand()),
                    touched.get(campaign.brand()),
                    from,
                    from + steps(campaign).size(),
                    season,
                    level);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The campaign (%s) of brand (%s) cannot be measured. %s"
                            .formatted(campaign.name(), campaign.brand(), e.getMessage()),
                    e);
        }
    }

    private void write(CsvWriter writer, Campaign campaign, CampaignLift lift) {
        writer.writeRecord(
                campaign.name(),
                campaign.brand(),
                form.format(campaign.from()),
                form.format(campaign.to()),
                plain(lift.units()),
                plain(lift.base()),
                plain(lift.lift()),
                plain(lift.low()),
                plain(lift.high()),
                plain(lift.lift() / lift.base()),
                Integer.toString(lift.placebos()));
    }

    private void writeBase(Path file, int season) throws IOException {
        try (CsvWriter writer = writer(file)) {
            writer.writeRecord("unique_id", "ds", "y");
            for (String brand : units.keySet()) {
                double[] values = values(brand);
                boolean[] none = new boolean[values.length];
                double[] base =
                        new CampaignFreeDemand(values, touched.getOrDefault(brand, none), season)
                                .withoutCampaigns();
                int step = 0;
                for (long time : units.get(brand).keySet()) {
                    writer.writeRecord(brand, form.format(time), plain(base[step]));
                    step++;
                }
            }
        }
    }

    private static CsvWriter writer(Path file) throws IOException {
        return CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .build(file, StandardCharsets.UTF_8);
    }

    /** Empty where it is not known. */
    private static String plain(double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        BigDecimal rounded =
                BigDecimal.valueOf(value)
                        .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }
}
