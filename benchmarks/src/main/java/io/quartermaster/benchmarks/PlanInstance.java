package io.quartermaster.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A planning folder whose shared rules bind: 50 items a supplier (25 or 10 in small ones), 28 days;
 * every other supplier delivers 0.7 to 0.95 of the load of its items, the others 1.0 to 1.4; the a
 * place holds 2.5 days of demand; orders weekly or daily; packs up to 24, smallest orders for a
 * third. Places differ in what they sell of an item; from each a unit can go to each other.
 *
 * @param items how many
 * @param places where each is sold
 * @param seed of everything that is by chance
 */
record PlanInstance(int items, int places, long seed) {

    private static final int DAYS = 28;
    private static final int[] PACKS = {1, 2, 4, 6, 12, 24};
    private static final double COVER_DAYS = 2.5;

    private record Item(int supplier, double[] means, double volume) {
        double mean() {
            return Arrays.stream(means).sum();
        }
    }

    /** Writes the tables. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Random random = new Random(seed);
        int suppliers = Math.max(2, items / (items < 500 ? 25 : 50));
        int[] every = random.ints(suppliers, 0, 2).map(weekly -> weekly == 1 ? 7 : 1).toArray();
        List<Item> drawn = new ArrayList<>();
        double[] load = new double[suppliers];
        double[] volume = new double[places];
        for (int i = 0; i < items; i++) {
            double[] means = new double[places];
            for (int place = 0; place < places; place++) {
                means[place] = Math.exp(0.8 + 0.9 * random.nextGaussian());
            }
            Item item = new Item(i % suppliers, means, 0.5 + 2 * random.nextDouble());
            drawn.add(item);
            load[item.supplier()] += item.mean();
            for (int place = 0; place < places; place++) {
                volume[place] += COVER_DAYS * means[place] * item.volume();
            }
        }
        places(folder, volume, random);
        long[] capacity = suppliers(folder, load, every, random);
        items(folder, drawn, every, capacity, random);
    }

    private static String place(int place) {
        return place == 0 ? "main" : "P" + place;
    }

    private static void places(Path folder, double[] volume, Random random) throws IOException {
        List<String> rows = new ArrayList<>(List.of("place,volume_capacity"));
        List<String> ways = new ArrayList<>(List.of("from,to,cost_per_unit,days"));
        for (int from = 0; from < volume.length; from++) {
            rows.add(place(from) + "," + number(volume[from]));
            for (int to = 0; to < volume.length; to++) {
                if (to != from) {
                    double cost = 0.2 + 0.8 * random.nextDouble();
                    int days = 1 + random.nextInt(2);
                    ways.add("%s,%s,%s,%d".formatted(place(from), place(to), number(cost), days));
                }
            }
        }
        table(folder, "places.csv", rows);
        if (volume.length > 1) {
            table(folder, "transshipment.csv", ways);
        }
    }

    /** Gives what each supplier delivers of an order day. */
    private static long[] suppliers(Path folder, double[] load, int[] every, Random random)
            throws IOException {
        long[] capacity = new long[load.length];
        List<String> rows = new ArrayList<>(List.of("supplier,capacity_per_day,order_every_days"));
        for (int s = 0; s < load.length; s++) {
            double share =
                    s % 2 == 0 ? 0.7 + 0.25 * random.nextDouble() : 1 + 0.4 * random.nextDouble();
            capacity[s] = Math.round(share * load[s] * every[s]);
            rows.add("S%04d,%d,%d".formatted(s, capacity[s], every[s]));
        }
        table(folder, "suppliers.csv", rows);
        return capacity;
    }

    private static void items(
            Path folder, List<Item> drawn, int[] every, long[] capacity, Random random)
            throws IOException {
        List<String> items =
                new ArrayList<>(
                        List.of(
                                "item,supplier,unit_cost,holding_cost_per_day,lost_sale_cost,order_cost,pack,min_order,unit_volume,lead_time_days"));
        List<String> stock = new ArrayList<>(List.of("item,place,on_hand"));
        List<String> demand = new ArrayList<>(List.of("item,place,day,mean"));
        for (int i = 0; i < drawn.size(); i++) {
            Item item = drawn.get(i);
            String name = "I%05d".formatted(i);
            double cost = 2 + 20 * random.nextDouble();
            int pack = PACKS[random.nextInt(PACKS.length)];
            long most = capacity[item.supplier()];
            while (pack > 1 && (pack > item.mean() * 7 || pack > most)) {
                pack /= 2;
            }
            long wanted = random.nextInt(3) == 0 ? pack * (1L + random.nextInt(4)) : 0;
            long smallest = Math.min(wanted, most / pack * pack);
            int lead = 1 + random.nextInt(4);
            items.add(
                    "%s,S%04d,%s,%s,%s,%s,%d,%d,%s,%d"
                            .formatted(
                                    name,
                                    item.supplier(),
                                    number(cost),
                                    number(cost * 0.002 * (1 + random.nextDouble())),
                                    number(cost * (1.3 + random.nextDouble())),
                                    number(2 + 10 * random.nextDouble()),
                                    pack,
                                    smallest,
                                    number(item.volume()),
                                    lead));
            int cover = lead + (every[item.supplier()] == 7 ? 2 : 1);
            for (int place = 0; place < item.means().length; place++) {
                double usual = item.means()[place];
                double onHand = usual * cover * random.nextDouble();
                stock.add("%s,%s,%.0f".formatted(name, place(place), onHand));
                for (int day = 0; day < DAYS; day++) {
                    double week = 1 + 0.3 * Math.sin(2 * Math.PI * day / 7.0);
                    double mean = usual * week * (0.7 + 0.6 * random.nextDouble());
                    demand.add("%s,%s,%d,%s".formatted(name, place(place), day, number(mean)));
                }
            }
        }
        table(folder, "items.csv", items);
        table(folder, "stock.csv", stock);
        table(folder, "demand.csv", demand);
    }

    private static void table(Path folder, String name, List<String> lines) throws IOException {
        Files.write(folder.resolve(name), lines);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
