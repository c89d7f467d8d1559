package io.quartermaster.domain.event.generator;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** What is sold: its shape of the week and the year, its life on the shelf, and its words. */
enum Category {
    LIGHTING(345, 0.30, 0, "lamp lantern pendant spotlight", "warm dimmable brass glass linen"),
    KITCHEN(350, 0.20, 0, "pan knife kettle bowl", "steel enamel oak forged stackable"),
    GARDEN(
            140,
            0.40,
            0,
            "trowel planter hose shears",
            "galvanised cedar sturdy terracotta foldable"),
    BEAUTY(340, 0.15, 240, "cream serum soap balm", "gentle herbal rose vegan unscented"),
    TOYS(350, 0.35, 0, "puzzle train blocks kite", "wooden colourful painted magnetic soft"),
    SPORTS(20, 0.20, 0, "mat bottle band rope", "light grippy recycled adjustable insulated");

    private static final Map<Category, double[]> WEEKS =
            new EnumMap<>(
                    Map.of(
                            LIGHTING, new double[] {0.85, 0.80, 0.85, 0.95, 1.15, 1.35, 1.05},
                            KITCHEN, new double[] {0.90, 0.85, 0.90, 1.00, 1.10, 1.25, 1.00},
                            GARDEN, new double[] {0.75, 0.75, 0.80, 0.95, 1.20, 1.45, 1.10},
                            BEAUTY, new double[] {1.05, 1.00, 1.00, 1.05, 1.10, 0.95, 0.85},
                            TOYS, new double[] {0.80, 0.80, 0.90, 0.95, 1.15, 1.40, 1.00},
                            SPORTS, new double[] {1.15, 1.05, 1.00, 0.95, 0.90, 0.95, 1.00}));

    private final int peakDay;
    private final double amplitude;
    private final int shelfLifeDays;
    private final String nouns;
    private final String adjectives;

    Category(int peakDay, double amplitude, int shelfLifeDays, String nouns, String adjectives) {
        this.peakDay = peakDay;
        this.amplitude = amplitude;
        this.shelfLifeDays = shelfLifeDays;
        this.nouns = nouns;
        this.adjectives = adjectives;
    }

    /** The category of a brand; the first brand sells lamps. */
    static Category ofBrand(int brand) {
        return values()[brand % values().length];
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    int shelfLifeDays() {
        return shelfLifeDays;
    }

    String noun(int index) {
        return word(nouns, index);
    }

    String adjective(int index) {
        return word(adjectives, index);
    }

    /** Factor on demand of a day: shape of the week times shape of the year, about 1 on average. */
    double season(LocalDate day) {
        double angle = 2 * Math.PI * (day.getDayOfYear() - peakDay) / 365.25;
        double yearly = 1 + amplitude * StrictMath.cos(angle);
        return WEEKS.get(this)[day.getDayOfWeek().getValue() - 1] * yearly;
    }

    private static String word(String words, int index) {
        String[] each = words.split(" ", -1);
        return each[index % each.length];
    }
}
